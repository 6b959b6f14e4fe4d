/** Returns the element of an id that the document has. */
export const $ = (id) => document.getElementById(id);

/** Returns a new element with text; no HTML is ever built from text of articles or keys. */
export function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
