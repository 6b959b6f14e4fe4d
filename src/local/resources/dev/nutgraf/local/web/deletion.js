// Deletes an article after a confirmation.

import { $ } from "./dom.js";
import { focusAfter } from "./list.js";
import { deleteArticle } from "./server.js";
import { showError } from "./uploads.js";

/** Asks, then deletes; the focus moves to the next card. */
export function askToDelete(key) {
  const dialog = $("confirm");
  $("confirm-key").textContent = key;
  dialog.returnValue = "";
  dialog.onclose = async () => {
    if (dialog.returnValue !== "delete") return;
    focusAfter(key);
    try {
      await deleteArticle(key);
    } catch (error) {
      showError(key, error.message);
    }
  };
  dialog.showModal();
}
