// The card of one article.

import { $, element } from "./dom.js";
import { copySummary } from "./copy.js";
import { count, fileName, number, rank, readingTime } from "./format.js";
import { query } from "./server.js";

/**
 * Returns a new card.
 *
 * @param actions what the card calls with the key: open(key, sentence) and remove(key)
 * @param state returns the current state of the article
 */
export function createCard(key, actions, state) {
  const item = $("card").content.firstElementChild.cloneNode(true);
  item.dataset.key = key;
  item.querySelector(".key").textContent = key;
  item.querySelector(".open").addEventListener("click", () => actions.open(key));
  item.querySelector(".remove").addEventListener("click", () => actions.remove(key));
  item.querySelector(".copy").addEventListener("click", (event) => copySummary(state(), event.currentTarget));
  item.querySelector(".quotes").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    actions.open(key, Number(link.dataset.sentence));
  });
  return item;
}

/** The address of the page of an article; the version makes a frame load it again. */
export function pageAddress(state, sentence) {
  const address = query("/page", { key: state.key, v: state.asked + state.lastModified });
  return sentence ? `${address}#s${sentence}` : address;
}

export function fillCard(item, state) {
  const find = (selector) => item.querySelector(selector);
  const title = state.headline || state.key;
  const sentences = state.sentences ?? [];
  item.classList.toggle("waiting", Boolean(state.waiting));
  item.classList.toggle("stale", Boolean(state.stale));
  find("h3").textContent = title;
  find("h3").lang = state.headline ? state.language ?? "" : "";
  find(".message").textContent = message(state);
  find(".quotes").replaceChildren(...sentences.map((sentence, i) => quote(state, sentence, i + 1)));
  fillPlaces(find(".places"), state);
  find(".facts").textContent = facts(state);
  find(".phrases").replaceChildren(...phrases(state.keywords ?? []));
  find(".warnings").replaceChildren(...(state.warnings ?? []).map((warning) => element("li", warning)));
  find(".open").hidden = !state.page || state.stale;
  find(".copy").hidden = sentences.length === 0;
  find(".remove").hidden = state.stale;
  for (const name of [".open", ".copy", ".remove"]) {
    find(name).setAttribute("aria-label", `${find(name).textContent}: ${title}`);
  }
  link(find(".json"), state.key + ".metadata.json", state.type === "summary" && !state.stale);
  link(find(".text"), state.key + ".summary.txt", sentences.length > 0 && !state.stale);
}

function message(state) {
  if (state.stale) return "Not on the server any more: it was restarted, or the article was deleted.";
  if (state.type === "failed") return `The function failed. AWS would retry it; here reprocessing does. ${state.message}`;
  return state.status === "rejected" ? "Rejected: " + state.message : "";
}

function quote(state, sentence, n) {
  const line = element("li", "", { dir: "auto", "data-rank": sentence.rank });
  if (state.language) line.lang = state.language;
  const text = state.page && !state.stale
    ? element("a", sentence.text, { href: pageAddress(state, n), "data-sentence": n })
    : element("span", sentence.text);
  text.classList.add("quote");
  const why = element("p", "", { class: "why", lang: "en", dir: "ltr" });
  why.append(element("b", rank(sentence.rank) + "."), " " + (sentence.why ?? ""));
  const said = document.createElement("p");
  said.append(text);
  line.append(said, why);
  return line;
}

/** A strip that stands for the whole article, with a mark where each chosen sentence is. */
function fillPlaces(strip, state) {
  const sentences = state.status === "summarized" ? state.sentences : [];
  const percent = (position) => (100 * position) / state.codePoints;
  strip.hidden = sentences.length === 0;
  strip.replaceChildren(
    ...sentences.map(({ start, end, rank }) => {
      const mark = element("span", "", { "data-rank": rank });
      mark.style.insetInlineStart = percent(start) + "%";
      mark.style.inlineSize = percent(end - start) + "%";
      return mark;
    }),
  );
  const starts = sentences.map(({ start }) => Math.round(percent(start)) + " %");
  strip.setAttribute("aria-label", "Places of the sentences in the article: " + starts.join(", "));
}

function phrases(keywords) {
  if (keywords.length === 0) return [];
  const separated = keywords.flatMap((keyword) => [element("bdi", keyword), "\u00a0· "]);
  return ["Key phrases: ", ...separated.slice(0, -1)];
}

function facts(state) {
  if (state.type !== "summary" || state.status === "rejected") return "";
  const length = count(state.length, state.unit);
  if (state.status === "short") {
    return `${length}: the article has no more sentences than requested and is its own summary.`;
  }
  const saved = readingTime(state.length - state.summaryLength, state.perMinute);
  return `${number(state.summaryLength)} of ${length}; saves ${saved} of reading.`;
}

function link(anchor, key, there) {
  anchor.hidden = !there;
  anchor.href = query("/object", { bucket: "summaries", key });
  anchor.download = fileName(key);
}
