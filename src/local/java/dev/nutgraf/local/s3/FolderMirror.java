package dev.nutgraf.local.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The objects of a bucket as files of a folder, byte for byte. A key is its file's path wherever
 * this system stores it under that name, unless it has backslashes, control characters or a name of
 * more than 200 bytes. Any other key ({@code a//b}, {@code ..}, {@code folder/}, {@code a} while
 * there is {@code a/b}, {@code A} beside {@code a}) gets two files in the folder {@code %odd}: its
 * object under the SHA-256 of the key, and the key itself beside it. A file is written under a
 * temporary name, {@code .nutgraf-*}, and renamed, so that it is never half an object.
 *
 * <p>Not thread-safe.
 */
final class FolderMirror {

  static final String ODD = "%odd";
  private static final int MAX_NAME_BYTES = 200;
  private static final String NOT_ON_WINDOWS = ":*?\"<>|";

  private final Path folder;
  private final boolean onWindows;
  private final Map<String, Path> files = new HashMap<>();

  /** The paths in use, as a file system sees them that knows neither case nor composed letters. */
  private final TreeMap<String, String> keysByFoldedPath = new TreeMap<>();

  FolderMirror(Path folder) {
    this(folder, folder.getFileSystem().getSeparator().equals("\\"));
  }

  /**
   * Creates a mirror.
   *
   * @param onWindows whether names follow the rules of Windows, which stores some others without an
   *     error under another name
   */
  FolderMirror(Path folder, boolean onWindows) {
    this.folder = folder;
    this.onWindows = onWindows;
  }

  /** Returns the file of an object; empty if there is none. */
  Optional<Path> file(String key) {
    return Optional.ofNullable(files.get(key));
  }

  /**
   * Writes an object.
   *
   * @throws UncheckedIOException if the folder can't be written to; the message says why
   */
  void write(String key, byte[] content) {
    try {
      tryToWrite(key, content);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The local S3 can't write \"%s\" to the folder %s (%s)."
              .formatted(key, folder, reason(e)),
          e);
    }
  }

  private void tryToWrite(String key, byte[] content) throws IOException {
    Path known = files.get(key);
    if (known != null) {
      replace(known, content);
    } else if (!isFree(key) || !writeUnderItsName(key, content)) {
      Path odd = oddFile(key);
      replace(odd, content);
      replace(keyFile(odd), key.getBytes(StandardCharsets.UTF_8));
      files.put(key, odd);
    }
  }

  void delete(String key) {
    Path file = files.remove(key);
    if (file == null) {
      return;
    }
    keysByFoldedPath.remove(folded(key), key);
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(keyFile(file));
      removeEmptyFolders(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isFree(String key) {
    return isPath(key) && !clashes(folded(key));
  }

  private boolean isPath(String key) {
    String[] names = key.split("/", -1);
    for (String name : names) {
      if (!isFileName(name)) {
        return false;
      }
    }
    return !names[0].toLowerCase(Locale.ROOT).equals(ODD);
  }

  private boolean isFileName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES
        && name.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == '\\')
        && !(onWindows && isChangedByWindows(name));
  }

  private static boolean isChangedByWindows(String name) {
    return name.endsWith(".")
        || name.endsWith(" ")
        || name.chars().anyMatch(c -> NOT_ON_WINDOWS.indexOf(c) >= 0);
  }

  /** Whether the path is in use, is a folder of a path in use, or lies below one. */
  private boolean clashes(String path) {
    String below = keysByFoldedPath.ceilingKey(path + "/");
    if (below != null && below.startsWith(path + "/")) {
      return true;
    }
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (keysByFoldedPath.containsKey(path.substring(0, slash))) {
        return true;
      }
    }
    return keysByFoldedPath.containsKey(path);
  }

  private static String folded(String key) {
    return Normalizer.normalize(key, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  /** False if this file system cannot have the name after all. */
  private boolean writeUnderItsName(String key, byte[] content) {
    try {
      Path file = folder.resolve(key);
      replace(file, content);
      files.put(key, file);
      keysByFoldedPath.put(folded(key), key);
      return true;
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private Path oddFile(String key) {
    byte[] digest = Checksums.digest("SHA-256", key.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(ODD).resolve(HexFormat.of().formatHex(digest));
  }

  private static Path keyFile(Path oddFile) {
    return oddFile.resolveSibling(oddFile.getFileName() + ".key");
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, "the file system refuses it");
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling(".nutgraf-" + UUID.randomUUID());
    try {
      Files.write(temporary, content);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void removeEmptyFolders(Path file) throws IOException {
    Path inside = folder.relativize(file);
    for (int depth = inside.getNameCount() - 1; depth > 0; depth--) {
      Path parent = folder.resolve(inside.subpath(0, depth));
      try (var entries = Files.newDirectoryStream(parent)) {
        if (entries.iterator().hasNext()) {
          return;
        }
      }
      Files.delete(parent);
    }
  }
}
