// Settings of this browser; they outlive a reload.

import { $ } from "./dom.js";

const STORED = "nutgraf-settings";
const LENGTH = ["sentences", "max-words", "max-characters"];

/** The length that the page asks for; the function's default applies to an empty field. */
export function length() {
  return Object.fromEntries(LENGTH.map((id) => [id, $(id).value]));
}

function store() {
  const settings = { ...length(), reasons: $("reasons").checked };
  localStorage.setItem(STORED, JSON.stringify(settings));
}

function show() {
  $("sentences-value").value = $("sentences").value;
  document.body.classList.toggle("no-reasons", !$("reasons").checked);
}

function restore() {
  let stored;
  try {
    stored = JSON.parse(localStorage.getItem(STORED)) ?? {};
  } catch {
    stored = {};
  }
  for (const id of LENGTH) if (id in stored) $(id).value = stored[id];
  $("reasons").checked = stored.reasons ?? true;
}

export function start() {
  restore();
  show();
  for (const id of [...LENGTH, "reasons"]) {
    $(id).addEventListener("input", () => {
      show();
      store();
    });
  }
}
