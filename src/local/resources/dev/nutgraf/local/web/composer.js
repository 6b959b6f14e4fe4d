// The place to drop files and the field for pasted text.

import { $ } from "./dom.js";
import { putFiles, putText, showError } from "./uploads.js";

const LINK =
  "A link was dropped, and this page loads nothing from the web. Save the article as HTML and drop the file, or paste its text.";

function enablePaste() {
  $("paste").disabled = !$("text").value.trim();
}

function folders(transfer) {
  return [...transfer.items]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((entry) => entry?.isDirectory)
    .map((entry) => entry.name);
}

function dropFiles(transfer) {
  const unread = folders(transfer);
  putFiles([...transfer.files].filter((file) => !unread.includes(file.name)));
  for (const name of unread) showError(name, "this is a folder; drop its files instead");
}

/** Puts dropped text into the field, where it can be read before it is sent. */
function dropText(text) {
  $("text").value = text;
  enablePaste();
  $("paste").focus();
  $("status").textContent = "The dropped text is in the field: press Summarize.";
}

function drop(event) {
  event.preventDefault();
  $("drop").classList.remove("over");
  const transfer = event.dataTransfer;
  const text = transfer.getData("text/plain");
  if (transfer.files.length > 0) dropFiles(transfer);
  else if (transfer.types.includes("text/uri-list")) $("status").textContent = LINK;
  else if (text.trim()) dropText(text);
}

export function start() {
  $("files").addEventListener("change", () => {
    putFiles([...$("files").files]);
    $("files").value = "";
  });
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      $("drop").classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) $("drop").classList.remove("over");
  });
  document.addEventListener("drop", drop);
  $("text").addEventListener("input", enablePaste);
  $("paste").addEventListener("click", () => {
    putText($("text").value);
    $("text").value = "";
    enablePaste();
  });
}
