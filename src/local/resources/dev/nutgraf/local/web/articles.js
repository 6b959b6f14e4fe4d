// The articles that the server reported: their states, the search and the filter.

const states = new Map(); // key -> state, the newest last

/** The filters by name: their labels and which states they keep. */
export const FILTERS = {
  all: { label: "All", keeps: () => true },
  summarized: { label: "Summarized", keeps: (state) => state.status === "summarized" },
  short: { label: "Short", keeps: (state) => state.status === "short" },
  rejected: { label: "Rejected", keeps: (state) => state.status === "rejected" },
  warnings: { label: "With warnings", keeps: (state) => state.warnings?.length > 0 },
  failed: { label: "Failed", keeps: (state) => state.type === "failed" },
};

/** Merges news of an article into its state and makes it the newest. */
export function update(key, news) {
  const state = { ...states.get(key), waiting: false, stale: false, ...news };
  states.delete(key);
  states.set(key, state);
  return state;
}

export function remove(key) {
  states.delete(key);
}

export function get(key) {
  return states.get(key);
}

export function size() {
  return states.size;
}

/** Marks the articles that the server no longer knows. */
export function markStale(known) {
  for (const [key, state] of states) if (!known.has(key)) state.stale = true;
}

/** Returns text for comparison: without case and accents. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function matches(state, words) {
  const quotes = (state.sentences ?? []).map((sentence) => sentence.text);
  const text = folded([state.key, state.headline ?? "", ...quotes, ...(state.keywords ?? [])].join("\n"));
  return words.every((word) => text.includes(word));
}

/** Returns the articles that have all words of the search and pass the filter, newest first. */
export function select(search, filter) {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return [...states.values()]
    .filter((state) => FILTERS[filter].keeps(state) && matches(state, words))
    .reverse();
}

export function countOf(filter) {
  return [...states.values()].filter(FILTERS[filter].keeps).length;
}
