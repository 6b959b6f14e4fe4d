// Numbers and times in words.

const GROUPED = new Intl.NumberFormat("en");

export function number(value) {
  return GROUPED.format(value);
}

/** Returns a number with its noun, which takes an s unless the number is 1. */
export function count(value, noun) {
  return `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** Returns the time that a length takes to read, rounded down: seconds, then minutes, then hours. */
export function readingTime(length, perMinute) {
  const seconds = Math.floor((length * 60) / perMinute);
  if (seconds < 60) return count(seconds, "second");
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : count(Math.floor(minutes / 60), "hour");
}

export function size(bytes) {
  return bytes < 10_000 ? `${number(bytes)} B` : `${number(Math.round(bytes / 1000))} kB`;
}

/** Returns a rank among the chosen sentences in words, as the page of an article has it. */
export function rank(value) {
  const first = ["Most important", "Second most important", "Third most important"];
  return first[value - 1] ?? `${value}th most important`;
}

/** Returns the part of a key after the last slash. */
export function fileName(key) {
  return key.split("/").pop();
}
