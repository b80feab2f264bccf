/** Calls the service that serves this page. */

/** The service's address: this page's own, whatever path it is under. */
export const BASE = new URL(".", globalThis.document?.baseURI ?? "http://localhost/");

/** Why an article was not read: what to say, and what to do about it. */
export class Refused extends Error {
  /**
   * @param {string} title What went wrong.
   * @param {string} [advice] What to do.
   * @param {{code?: string, status?: number, requestId?: string | null, language?: string}} [about]
   */
  constructor(title, advice = "", about = {}) {
    super(title);
    this.advice = advice;
    Object.assign(this, { code: "", status: 0, requestId: null, language: undefined, ...about });
  }
}

/** Headings for problems that a reader of this page can meet. The problem's own `detail` says what to do. */
const TITLES = {
  body_too_large: "This article is too long",
  text_too_long: "This article is too long",
  text_empty: "There is no article yet",
  language_unsupported: "This article is not in English",
  date_invalid: "The date of publication is not a date",
  rate_exceeded: "Your key has sent as many articles as it may for now",
  overloaded: "The service is busy",
  draining: "The service is shutting down",
  starting: "The service is still starting",
  deadline_exceeded: "Reading this article took too long",
};

/** Calls with the reader's key, which is kept in this object alone and is gone with the page. */
export class Service {
  #key = "";

  /** Whether the reader has given a key. */
  get hasKey() {
    return this.#key !== "";
  }

  /** @param {string} key */
  useKey(key) {
    this.#key = key.trim();
  }

  /** What this service reads, and its limits. */
  info() {
    return this.#call("v1/info", { method: "GET" });
  }

  /** Reads one article. */
  extract(request, signal) {
    const headers = { "Content-Type": "application/json" };
    return this.#call("v1/extract", { method: "POST", headers, body: JSON.stringify(request), signal });
  }

  async #call(path, options) {
    const headers = { Accept: "application/json", ...options.headers };
    if (this.#key) headers["X-API-Key"] = this.#key;
    let response;
    try {
      response = await fetch(new URL(path, BASE), { ...options, headers, cache: "no-store", credentials: "omit" });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Refused("The service cannot be reached", "Check that it is running, and your connection to it.");
    }
    const text = await response.text();
    if (!response.ok) throw refusal(response, text);
    return JSON.parse(text);
  }
}

/** What a problem (RFC 9457) says; an answer that is not one comes from something between this page and the service. */
function refusal(response, text) {
  const { status } = response;
  let problem = {};
  try {
    problem = JSON.parse(text);
  } catch {
    return new Refused(`The service answered with status ${status}`, "A gateway in front of it may be in the way.", { status });
  }
  const seconds = Number(response.headers.get("Retry-After"));
  const wait = seconds > 0 ? `Try again in ${seconds} second${seconds === 1 ? "" : "s"}.` : "";
  const title = TITLES[problem.code] ?? problem.title ?? `The service answered with status ${status}`;
  const { code, language } = problem;
  const detail = code === "language_unsupported" ? languageAdvice(language) : problem.detail;
  return new Refused(title, [detail, wait].filter(Boolean).map(sentence).join(" "), {
    code,
    status,
    language,
    requestId: response.headers.get("X-Request-Id"),
  });
}

/** What language was found, without the advice for programs. */
function languageAdvice(tag) {
  const name = tag && new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(tag);
  return `${name ? `It seems to be in ${name}. ` : ""}Only English is supported.`;
}

/** A problem's detail as a sentence. */
function sentence(text) {
  const trimmed = text.trim();
  return trimmed[0].toUpperCase() + trimmed.slice(1) + (/[.!?]$/.test(trimmed) ? "" : ".");
}
