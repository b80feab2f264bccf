"""Words, lines and sentences of a text. The Rust tokeniser follows the same rules (README, "Words").

Offsets are code points, half-open.
"""
import regex

TITLES = ("Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|vs|No|"
          "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mt|Ft|Ave|Blvd|Rd|Gov|Pres|Supt|Insp|Spc|Pvt|Messrs|Mmes")
WORD = regex.compile(
    rf"(?:\p{{L}}\.)(?:\p{{L}}\.)+"                          # U.S.  a.m.
    rf"|(?<![\p{{L}}\p{{N}}])(?:{TITLES})\.(?=\s|$)"          # Mr.  Inc.
    rf"|(?<![\p{{L}}\p{{N}}])\p{{Lu}}\.(?=\s+\p{{Lu}})"       # J. Smith
    r"|[\p{L}\p{N}\p{M}]+(?:(?:(?<=\p{N})[.,:](?=\p{N})|(?<=\p{L})['’](?=\p{L}))[\p{L}\p{N}\p{M}]+)*"
    r"|\.{2,}|-{2,}|[^\s]")
CLITIC = regex.compile(r"(?i)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
CLOSERS = set("\"'”’)]}»")
OPENERS = set("\"'“‘([{«")


def words(text):
    """[(start, end)] of every word and punctuation mark."""
    out = []
    for match in WORD.finditer(text):
        start, end = match.span()
        clitic = CLITIC.search(text, start, end) if end - start > 2 else None
        if clitic and clitic.start() > start:
            out += [(start, clitic.start()), (clitic.start(), end)]
        else:
            out.append((start, end))
    return out


def sentences(text, spans):
    """Word indices at which a sentence starts. A line break ends a sentence; so does . ! ? … before a capital,
    digit or opening mark, after any closing marks."""
    starts, ended = [0], False
    for i in range(1, len(spans)):
        gap = text[spans[i - 1][1]:spans[i][0]]
        word, previous = text[slice(*spans[i])], text[slice(*spans[i - 1])]
        if "\n" in gap:
            starts.append(i)
            ended = False
            continue
        if previous in (".", "!", "?", "…") or (len(previous) > 2 and set(previous) == {"."}):
            ended = True
        elif previous not in CLOSERS:
            ended = False
        if ended and gap and (word[0].isupper() or word[0].isdigit() or word[0] in OPENERS):
            starts.append(i)
            ended = False
    return starts


def line_starts(text, spans):
    """Word indices that are the first of their line."""
    return {i for i in range(len(spans)) if i == 0 or "\n" in text[spans[i - 1][1]:spans[i][0]]}
