/** Sample articles, written for this page. Each is a file under `samples/`. */
export const SAMPLES = [
  { file: "harbour-accord.txt", name: "Diplomacy", about: "an accord signed after years of talks", published: "2025-10-07" },
  { file: "takeover-mill.txt", name: "Business", about: "a takeover, a strike threat, unnamed sources", published: "2025-10-07" },
  { file: "quake-valley.txt", name: "Disaster", about: "an earthquake and its toll", published: "2025-10-08" },
  { file: "ferry-verdict.txt", name: "Court", about: "a verdict on a ferry accident", published: "2025-10-11" },
  { file: "flood-wall.html", name: "HTML", about: "a council vote, as a content system exports it", published: "2025-10-08" },
];
