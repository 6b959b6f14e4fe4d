package dev.nutgraf.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentStoreTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void keepsSmallAndLargeContents() {
    ContentStore store = new ContentStore(folder);
    byte[] large = "0123456789abcdef".repeat(1 << 19).getBytes(UTF_8);
    ObjectContent first = store.keep(ObjectContent.of(new byte[] {1, 2}));
    ObjectContent second = store.keep(ObjectContent.of(large));
    ObjectContent third = store.keep(ObjectContent.of(new byte[] {3}));
    assertArrayEquals(new byte[] {1, 2}, first.bytes());
    assertArrayEquals(large, second.bytes());
    assertArrayEquals(new byte[] {3}, third.bytes());
  }

  @Test
  void reservesTheSpaceBeforeItKeepsAContent() throws IOException {
    long[] written = {0};
    ContentStore.reserve(Channels.newChannel(disk(written, 200_000)), 150_001);
    assertEquals(150_001, written[0]);
    assertThrows(
        IOException.class,
        () -> ContentStore.reserve(Channels.newChannel(disk(new long[1], 100_000)), 150_001));
  }

  @Test
  void failsIfTheTemporaryFolderCannotBeWritten() {
    ContentStore store = new ContentStore(folder.resolve("absent"));
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> store.keep(ObjectContent.of(new byte[1])));
    assertTrue(String.valueOf(failure.getMessage()).contains(folder.toString()));
  }

  private static OutputStream disk(long[] written, long capacity) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        if (written[0] == capacity) {
          throw new IOException("No space left on device");
        }
        written[0]++;
      }
    };
  }
}
