package dev.nutgraf.lambda;

/**
 * An object that an event names.
 *
 * @param bucket its bucket
 * @param key its key, not encoded
 */
record ObjectKey(String bucket, String key) {}
