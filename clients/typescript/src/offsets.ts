/** Offsets of the service as positions in a JavaScript string. */

export type SingleUnit = "code_point" | "utf16" | "utf8";

/**
 * An offset that is outside the text, inside a character, or in a range whose start is after its end.
 *
 * The usual cause: the text is not the one that was sent, or the unit is another one.
 */
export class OffsetError extends RangeError {
  override name = "OffsetError";
}

/** How many units a code point takes. */
const WIDTHS: Record<SingleUnit, (codePoint: number) => number> = {
  code_point: () => 1,
  utf16: (codePoint) => (codePoint > 0xffff ? 2 : 1),
  utf8: (codePoint) => 1 + Number(codePoint > 0x7f) + Number(codePoint > 0x7ff) + Number(codePoint > 0xffff),
};

/** The position in `text` of each offset. Takes time in proportion to the text. */
export function positions(text: string, offsets: Iterable<number>, unit: SingleUnit): (offset: number) => number {
  const wanted = new Set(offsets);
  const found = new Map<number, number>();
  const width = WIDTHS[unit];
  let offset = 0;
  let position = 0;
  for (const character of text) {
    if (wanted.has(offset)) found.set(offset, position);
    offset += width(character.codePointAt(0) ?? 0);
    position += character.length;
  }
  if (wanted.has(offset)) found.set(offset, position);
  return (wantedOffset) => {
    const at = found.get(wantedOffset);
    if (at === undefined) {
      throw new OffsetError(`offset ${wantedOffset} is outside the text or inside a character, counted as ${unit}`);
    }
    return at;
  };
}
