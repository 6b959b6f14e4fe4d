// The list of summaries: one page of cards, newest first.

import * as articles from "./articles.js";
import { createCard, fillCard } from "./card.js";
import { $, element } from "./dom.js";
import { number } from "./format.js";

const PAGE_SIZE = 20;

const cards = new Map(); // key -> card, of the shown page
let actions;
let page = 0;
let scheduled = false;

/** Returns the articles that search and filter leave, on all pages. */
export function selected() {
  return articles.select($("search").value, $("filter").value || "all");
}

/** Renders once for all changes until the browser paints. */
export function renderSoon() {
  if (scheduled) return;
  scheduled = true;
  setTimeout(() => {
    scheduled = false;
    render();
  });
}

function render() {
  const all = selected();
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  page = Math.min(page, pages - 1);
  const first = page * PAGE_SIZE;
  const shown = all.slice(first, first + PAGE_SIZE);
  showCards(shown);
  $("tools").hidden = articles.size() === 0;
  $("empty").hidden = articles.size() > 0;
  $("no-match").hidden = all.length > 0 || articles.size() === 0;
  $("pager").hidden = pages === 1;
  $("newer").disabled = page === 0;
  $("older").disabled = page === pages - 1;
  $("shown").textContent = `${number(first + 1)} to ${number(first + shown.length)} of ${number(all.length)}`;
  showFilters();
}

/** Shows cards; one that stays keeps its element, and the focus in it. */
function showCards(states) {
  const focused = document.activeElement;
  const keys = new Set(states.map((state) => state.key));
  for (const key of cards.keys()) if (!keys.has(key)) cards.delete(key);
  const items = states.map((state) => {
    const item = cards.get(state.key) ?? createCard(state.key, actions, () => articles.get(state.key));
    cards.set(state.key, item);
    if (item.state !== state || state.stale) fillCard(item, state);
    item.state = state;
    return item;
  });
  const list = $("summaries");
  const current = [...list.children];
  if (items.length !== current.length || items.some((item, i) => item !== current[i])) {
    list.replaceChildren(...items);
    if (list.contains(focused)) focused.focus({ preventScroll: true });
  }
}

function showFilters() {
  const select = $("filter");
  for (const [name, { label }] of Object.entries(articles.FILTERS)) {
    const option = select.querySelector(`[value=${name}]`) ?? element("option", "", { value: name });
    if (!option.parentNode) select.append(option);
    option.textContent = `${label} (${number(articles.countOf(name))})`;
  }
}

/** Focuses the card that takes the place of a deleted one, or the heading of an empty list. */
export function focusAfter(key) {
  const item = cards.get(key);
  const near = item?.nextElementSibling ?? item?.previousElementSibling;
  (near?.querySelector("h3") ?? $("newest")).focus();
}

function turn(pages) {
  page += pages;
  render();
  $("newest").focus();
  $("newest").scrollIntoView();
}

function firstPage() {
  page = 0;
  render();
}

/** Starts the list; the actions are those of its cards. */
export function start(cardActions) {
  actions = cardActions;
  showFilters();
  $("search").addEventListener("input", firstPage);
  $("filter").addEventListener("change", firstPage);
  $("newer").addEventListener("click", () => turn(-1));
  $("older").addEventListener("click", () => turn(1));
  $("show-all").addEventListener("click", () => {
    $("search").value = "";
    $("filter").value = "all";
    firstPage();
    $("search").focus();
  });
}
