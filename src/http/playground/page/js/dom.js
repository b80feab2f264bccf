/** Elements without strings of HTML: nothing that a caller or an article wrote is ever parsed. */

/**
 * @param {string} name A tag name.
 * @param {Record<string, unknown>} [properties] Attributes; a function under `onclick` and the like is a listener; `false`,
 *   null and undefined are left out, `true` is an attribute without a value.
 * @param {...(Node | string | null | false | undefined)} children
 * @returns {HTMLElement}
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== false && child !== undefined));
  return made;
}

/** Decodes character references. A `textarea` holds text alone, so no tag in it becomes an element. */
export function decodeReferences(source) {
  if (!source.includes("&")) return source;
  const decoder = document.createElement("textarea");
  // The end tag of the textarea is the one string that would leave it.
  decoder.innerHTML = source.replace(/</g, "&lt;");
  return decoder.value;
}

/** A link to another site, opened beside this page. */
export function externalLink(href, ...children) {
  return element("a", { href, target: "_blank", rel: "noopener noreferrer", class: "external" }, ...children);
}

/** Tells the page what the reader asked for: `show` a finding in the text, `choose` an entity, … */
export function tell(from, name, detail) {
  from.dispatchEvent(new CustomEvent(`dateline-${name}`, { bubbles: true, detail }));
}

/** Copies a text. @returns {Promise<boolean>} Whether the browser allowed it. */
export async function copyText(text) {
  // Browsers have a clipboard only on HTTPS and on localhost; elsewhere the text of a selected field can be copied.
  if (!navigator.clipboard) return copySelected(text);
  return navigator.clipboard.writeText(text).then(() => true, () => copySelected(text));
}

function copySelected(text) {
  const focused = document.activeElement;
  const field = element("textarea", { class: "visually-hidden", "aria-label": "Text to copy" });
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return isCopied;
}
