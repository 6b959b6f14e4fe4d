package dev.nutgraf.local.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderMirrorTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void writesAnObjectUnderItsKey() throws IOException {
    FolderMirror mirror = mirror();
    mirror.write("news/2026/a story.txt.summary.txt", bytes("text"));
    assertEquals("text", Files.readString(folder().resolve("news/2026/a story.txt.summary.txt")));
    mirror.write("news/2026/a story.txt.summary.txt", bytes("newer"));
    assertEquals("newer", Files.readString(folder().resolve("news/2026/a story.txt.summary.txt")));
  }

  @Test
  void replacesAFileInOneStep() throws IOException {
    FolderMirror mirror = mirror();
    mirror.write("a.txt", bytes("first"));
    Path file = folder().resolve("a.txt");
    Object inode = Files.getAttribute(file, "unix:ino");
    mirror.write("a.txt", bytes("second"));
    // Another file took the name, so a reader of the first one still sees all of it.
    assertNotEquals(inode, Files.getAttribute(file, "unix:ino"));
    assertEquals(Map.of("a.txt", "second"), readBack());
    assertEquals(Optional.of(file), mirror.file("a.txt"));
  }

  @Test
  void removesTheTemporaryFileOfAWriteThatFails() throws IOException {
    FolderMirror mirror = mirror();
    mirror.write("a.txt", bytes("first"));
    Path file = folder().resolve("a.txt");
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> mirror.write("a.txt", bytes("second")));
    assertTrue(String.valueOf(failure.getMessage()).contains("a.txt"));
    try (Stream<Path> files = Files.list(folder())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void removesAnObjectAndTheFoldersThatItLeavesEmpty() throws IOException {
    FolderMirror mirror = mirror();
    mirror.write("a/b/c", bytes("1"));
    mirror.write("a/d", bytes("2"));
    mirror.delete("a/b/c");
    assertFalse(Files.exists(folder().resolve("a/b")));
    assertEquals(Map.of("a/d", "2"), readBack());
    mirror.delete("a/d");
    mirror.delete("a/d");
    assertTrue(Files.isDirectory(folder()));
    assertEquals(Map.of(), readBack());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        ".",
        "..",
        "../up",
        "../../up",
        "a/../../up",
        "/etc/passwd",
        "folder/",
        "a//b",
        "C:\\up",
        "..\\up",
        "a\u0000b",
        "ends.",
        "ends ",
        "line\nbreak",
        "a:b",
        "what?",
        "%odd/x",
        "%ODD"
      })
  void keepsAKeyThatIsNoPathInTheFolderAllTheSame(String key) throws IOException {
    FolderMirror mirror = mirror();
    mirror.write(key, bytes("text"));
    assertEquals(Map.of(key, "text"), readBack());
    try (Stream<Path> around = Files.list(temp)) {
      assertEquals(List.of(folder()), around.toList());
    }
    mirror.delete(key);
    assertEquals(Map.of(), readBack());
  }

  @ParameterizedTest
  @ValueSource(strings = {"What now?.txt", "12:30.txt", "\"Yes\".txt", "Smith Inc./a.txt", "a /b"})
  void writesAKeyThatOnlyWindowsRefusesUnderItsName(String key) {
    FolderMirror mirror = new FolderMirror(folder(), false);
    mirror.write(key, bytes("text"));
    assertEquals(Optional.of(folder().resolve(key)), mirror.file(key));
    FolderMirror windows = new FolderMirror(temp.resolve("windows"), true);
    windows.write(key, bytes("text"));
    assertEquals(Optional.of(temp.resolve("windows/%odd")), windows.file(key).map(Path::getParent));
  }

  @Test
  void keepsKeysApartThatAFileSystemDoesNot() throws IOException {
    Map<String, String> objects = new TreeMap<>();
    for (String key :
        List.of("a", "a/b", "a/b/c", "A", "A/B", "\u00e9", "e\u0301", "\u00c9", "n".repeat(300))) {
      objects.put(key, "content of " + key);
    }
    FolderMirror mirror = mirror();
    objects.forEach((key, content) -> mirror.write(key, bytes(content)));
    assertEquals(objects, readBack());
  }

  @Test
  void findsAWayAroundWhatLiesInTheFolderAlready() throws IOException {
    Files.createDirectories(folder().resolve("a"));
    Files.writeString(folder().resolve("b"), "old");
    FolderMirror mirror = mirror();
    mirror.write("a", bytes("1"));
    mirror.write("b/c", bytes("2"));
    assertEquals(Map.of("a", "1", "b", "old", "b/c", "2"), readBack());
  }

  @Test
  void agreesWithTheBucketWhateverIsWrittenAndRemoved() throws IOException {
    Random random = new Random(11);
    String[] names = {"a", "A", "b", ".", "..", "", "%odd", "c.txt", "é", "\\", "x "};
    FolderMirror mirror = mirror();
    Map<String, String> objects = new TreeMap<>();
    for (int i = 0; i < 600; i++) {
      StringBuilder key = new StringBuilder(names[random.nextInt(names.length)]);
      for (int more = random.nextInt(3); more > 0; more--) {
        key.append('/').append(names[random.nextInt(names.length)]);
      }
      if (random.nextInt(3) == 0) {
        mirror.delete(key.toString());
        objects.remove(key.toString());
      } else {
        mirror.write(key.toString(), bytes("content " + i));
        objects.put(key.toString(), "content " + i);
      }
    }
    assertEquals(objects, readBack());
  }

  /** The objects by their keys, from nothing but the files. */
  private Map<String, String> readBack() throws IOException {
    Map<String, String> objects = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder().relativize(file).toString().replace('\\', '/');
        if (!path.startsWith("%odd/")) {
          objects.put(path, Files.readString(file));
        } else if (!path.endsWith(".key")) {
          String key = Files.readString(file.resolveSibling(file.getFileName() + ".key"));
          objects.put(key, Files.readString(file));
        }
      }
    }
    return objects;
  }

  private FolderMirror mirror() {
    return new FolderMirror(folder());
  }

  private Path folder() {
    return temp.resolve("folder");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
