// Starts the parts of the page and passes the server's events to them.

import * as articles from "./articles.js";
import * as buckets from "./buckets.js";
import * as composer from "./composer.js";
import { askToDelete } from "./deletion.js";
import { $ } from "./dom.js";
import * as list from "./list.js";
import * as reader from "./reader.js";
import * as settings from "./settings.js";
import * as uploads from "./uploads.js";

/** Keys that the server reported since it was connected. */
const reported = new Set();

/** The run of the server that this page was connected to first. */
let firstRun;

const handlers = {
  /** The server has reported all articles that it knows. */
  ready({ run }) {
    firstRun ??= run;
    $("connection").textContent =
      run === firstRun ? "" : "The server was restarted. Reload this page to put articles in.";
    articles.markStale(reported);
  },

  arrived({ key }) {
    articles.update(key, { key, waiting: true });
  },

  summary(state) {
    articles.update(state.key, state);
    uploads.finish(state.key, state.status === "rejected" ? "rejected" : "summarized");
    reader.refresh(state.key);
  },

  failed(state) {
    articles.update(state.key, state);
    uploads.finish(state.key, "failed");
  },

  gone({ key }) {
    articles.remove(key);
    uploads.finish(key, "failed");
  },

  reprocessing: buckets.showReprocessing,
};

function connect() {
  const events = new EventSource("/events");
  events.onopen = () => reported.clear();
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.key) reported.add(state.key);
    handlers[state.type](state);
    list.renderSoon();
    buckets.listSoon();
  };
  events.onerror = () => ($("connection").textContent = "The server doesn't respond; reconnecting.");
}

settings.start();
uploads.start();
composer.start();
list.start({ open: reader.open, remove: askToDelete });
reader.start();
buckets.start();
connect();
