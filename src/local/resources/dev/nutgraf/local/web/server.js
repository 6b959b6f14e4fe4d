// Requests to the server that this page came from.

const token = document.querySelector("meta[name=token]").content;

/** A refused or failed request; the status is 0 if the server doesn't respond. */
export class RequestError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function query(path, values) {
  return path + "?" + new URLSearchParams(values);
}

async function request(method, address, body) {
  const headers = method === "GET" ? {} : { "X-Nutgraf-Token": token };
  // Without a type, the function detects the format from name and content.
  if (body) headers["Content-Type"] = body.type || "";
  let response;
  try {
    response = await fetch(address, { method, headers, body });
  } catch {
    throw new RequestError(0, "the server doesn't respond; check that it is still running");
  }
  if (!response.ok) {
    const error = await response.json().catch(() => ({ message: response.statusText }));
    throw new RequestError(response.status, error.message);
  }
  return response;
}

export async function getJson(address) {
  return (await request("GET", address)).json();
}

/** Puts an article; a taken key fails with the status 409 unless replace is true. */
export function putArticle(key, content, length, replace) {
  return request("POST", query("/articles", { key, ...length, replace }), content);
}

export function deleteArticle(key) {
  return request("DELETE", query("/articles", { key }));
}

export function setSentences(key, sentences) {
  return request("POST", query("/length", { key, sentences }));
}

export function reprocessAll() {
  return request("POST", "/reprocess");
}
