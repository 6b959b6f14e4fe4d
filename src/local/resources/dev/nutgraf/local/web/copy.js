// Copies a summary as text.

import { element } from "./dom.js";

const SHOWN_MS = 2000;

function asText(state) {
  const lines = state.sentences.map((sentence) => sentence.text.replace(/\s+/g, " "));
  return [...(state.headline ? [state.headline, ""] : []), ...lines].join("\n");
}

/** The way for pages that aren't on loopback: browsers give them no clipboard. */
function copyFromField(text, near) {
  const field = element("textarea", text, { class: "unseen" });
  near.after(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  near.focus();
  if (!copied) throw new Error("the browser has no clipboard");
}

/** Copies the summary and says so on the button. */
export async function copySummary(state, button) {
  const label = button.textContent;
  let outcome = "Copied";
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(asText(state));
    else copyFromField(asText(state), button);
  } catch {
    outcome = "Not copied: the browser refused";
  }
  button.textContent = outcome;
  button.disabled = true;
  setTimeout(() => {
    button.textContent = label;
    button.disabled = false;
  }, SHOWN_MS);
}
