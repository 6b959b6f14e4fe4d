// The objects of both buckets, and reprocessing.

import { $, element } from "./dom.js";
import { count, fileName, number, size } from "./format.js";
import { getJson, query, reprocessAll } from "./server.js";

const QUIET_MS = 300;
let refresh;

function line(bucket, object) {
  const item = document.createElement("li");
  const address = query("/object", { bucket, key: object.key });
  item.append(
    element("a", object.key, { href: address, download: fileName(object.key) }),
    element("span", size(object.size)),
  );
  return item;
}

/** Lists the objects of a bucket after a key; the first ones replace the list. */
async function list(bucket, after = "") {
  const name = bucket.dataset.bucket;
  const more = bucket.parentElement.querySelector(".more");
  const answer = await getJson(query("/objects", { bucket: name, after }));
  const lines = answer.objects.map((object) => line(name, object));
  if (after) bucket.append(...lines);
  else bucket.replaceChildren(...(lines.length ? lines : [element("li", "Empty")]));
  more.hidden = !answer.more;
  more.onclick = () => list(bucket, answer.objects.at(-1).key);
}

function listAll() {
  for (const bucket of document.querySelectorAll("[data-bucket]")) {
    list(bucket).catch((error) => bucket.replaceChildren(element("li", error.message)));
  }
}

/** Refreshes the open lists, once for several changes. */
export function listSoon() {
  clearTimeout(refresh);
  refresh = setTimeout(() => $("buckets").open && listAll(), QUIET_MS);
}

export function showReprocessing({ done, all, failed, running, error }) {
  $("reprocess").disabled = running;
  $("reprocess-bar").hidden = false;
  $("reprocess-bar").max = Math.max(1, all);
  $("reprocess-bar").value = all === 0 && !running ? 1 : done;
  let end = "";
  if (error) end = `; it stopped: ${error}`;
  else if (failed) end = `, ${number(failed)} failed`;
  else if (!running) end = ", all up to date";
  else if (done === all) end = ", looking for summaries without an article";
  $("reprocess-text").textContent = `${number(done)} of ${count(all, "article")}${end}`;
  if (!running) listSoon();
}

async function reprocess() {
  try {
    $("reprocess").disabled = true;
    await reprocessAll();
  } catch (error) {
    $("reprocess").disabled = false;
    $("reprocess-text").textContent = error.message;
  }
}

export function start() {
  $("open-buckets").addEventListener("click", () => {
    $("buckets").showModal();
    listAll();
  });
  $("close-buckets").addEventListener("click", () => $("buckets").close());
  $("reprocess").addEventListener("click", reprocess);
}
