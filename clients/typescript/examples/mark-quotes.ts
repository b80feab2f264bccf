/**
 * Marks quotations and names in an HTML article, each quotation with its id.
 *
 *     node mark-quotes.js [http://127.0.0.1:8080] > page.html
 */
import { Client, findings, highlight, ProblemError, type ExtractRequest, type Mark } from "dateline-client";

const page: ExtractRequest = {
  body: "<p>🚢 <b>Lovisa</b> Ahlqvist met crews in Luleå. “We have <i>not</i> made this easy,” she told <em>reporters</em>.</p>",
  body_type: "html",
};

const mark: Mark = ({ layer, ref }, isFirst) =>
  layer === "quotes" ? [`<span class="quote" data-quote="${ref}">`, "</span>"] : [isFirst ? "<mark>" : '<mark class="more">', "</mark>"];

const client = new Client(process.argv[2] ?? "http://127.0.0.1:8080", { retry: { attempts: 2 } });
try {
  const answer = await client.extract(page, { signal: AbortSignal.timeout(30_000) });
  console.log(highlight(page, findings(answer, { layers: ["quotes", "names"] }), { mark }));
  for (const { asserted_by, type } of answer.events) {
    console.log(type, "by", asserted_by.kind === "speaker" ? asserted_by.quote_id : "the article");
  }
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.error(error.problem.detail);
  process.exitCode = 1;
}
