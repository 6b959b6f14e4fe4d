package dev.nutgraf.local.s3;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An upload in parts that has begun.
 *
 * @param id its id
 * @param key the key of the object to be
 * @param headers the metadata of the object to be
 * @param parts the parts so far by their number, 1 to 10,000
 */
record MultipartUpload(
    String id, String key, Map<String, String> headers, Map<Integer, Part> parts) {

  private static final int LEAST_PART_BYTES = 5 << 20;
  private static final int MOST_PARTS = 10_000;

  /** A part; its ETag is the MD5 of its bytes in hexadecimal digits, without quotes. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared or changed
  record Part(byte[] content, String eTag) {}

  /** A part that the client says the object consists of. */
  record Named(int number, String eTag) {}

  /** The joined bytes and the ETag in quotes: the MD5 of the parts' MD5s and their number. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared or changed
  record Joined(byte[] content, String eTag) {}

  MultipartUpload(String id, String key, Map<String, String> headers) {
    this(id, key, headers, new ConcurrentHashMap<>());
  }

  Part add(int number, byte[] content) {
    if (number < 1 || number > MOST_PARTS) {
      throw S3Exception.invalidArgument("Part number must be an integer between 1 and 10000.");
    }
    Part part = new Part(content, Checksums.md5Hex(content));
    parts.put(number, part);
    return part;
  }

  Joined join(List<Named> named) {
    List<Part> chosen = new ArrayList<>();
    int before = 0;
    for (Named name : named) {
      Part part = parts.get(name.number());
      if (part == null || !part.eTag().equals(name.eTag())) {
        throw new S3Exception(
            400, "InvalidPart", "One or more of the specified parts could not be found.");
      }
      if (name.number() <= before) {
        throw new S3Exception(
            400, "InvalidPartOrder", "The list of parts was not in ascending order.");
      }
      before = name.number();
      chosen.add(part);
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteArrayOutputStream digests = new ByteArrayOutputStream();
    for (int i = 0; i < chosen.size(); i++) {
      byte[] bytes = chosen.get(i).content();
      if (i < chosen.size() - 1 && bytes.length < LEAST_PART_BYTES) {
        throw new S3Exception(
            400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
      }
      content.writeBytes(bytes);
      digests.writeBytes(Checksums.digest("MD5", bytes));
    }
    String eTag = '"' + Checksums.md5Hex(digests.toByteArray()) + "-" + chosen.size() + '"';
    return new Joined(content.toByteArray(), eTag);
  }
}
