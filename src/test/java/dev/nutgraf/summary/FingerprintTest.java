package dev.nutgraf.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
  private static final EngineSettings WITH_PAGE = EngineSettings.DEFAULT.withPage(true);
  private static final String BASE = "dev/nutgraf/";
  private static final Path RESOURCES = Path.of("src/main/resources/" + BASE);

  @Test
  void changesWithEveryResourceOfTheEngine() throws Exception {
    String deployed = fingerprint(Optional.empty());
    assertEquals(new Summarizer(WITH_PAGE).fingerprint(), deployed, "a class loader of its own");
    List<String> resources = resources();
    assertTrue(resources.size() > 40, resources.toString());
    for (String resource : resources) {
      assertNotEquals(deployed, fingerprint(Optional.of(resource)), resource);
    }
  }

  @Test
  void changesWithEverySetting() {
    String deployed = new Summarizer(EngineSettings.DEFAULT).fingerprint();
    assertNotEquals(deployed, new Summarizer(WITH_PAGE).fingerprint());
    assertNotEquals(
        deployed, new Summarizer(EngineSettings.DEFAULT.withSentences(4)).fingerprint());
  }

  /** A new file in the engine's packages is in this list at once. */
  private static List<String> resources() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> BASE + RESOURCES.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** The fingerprint of an engine that reads one resource with a line end more. */
  private static String fingerprint(Optional<String> altered) throws ReflectiveOperationException {
    Class<?> engine = new Altering(altered).loadClass(Summarizer.class.getName());
    Class<?> settings = engine.getClassLoader().loadClass(EngineSettings.class.getName());
    Object defaults = settings.getField("DEFAULT").get(null);
    Object withPage = settings.getMethod("withPage", boolean.class).invoke(defaults, true);
    Object summarizer = engine.getConstructor(settings).newInstance(withPage);
    return (String) engine.getMethod("fingerprint").invoke(summarizer);
  }

  /** Defines the project's classes again and alters one resource. */
  private static final class Altering extends ClassLoader {
    private final Optional<String> altered;

    Altering(Optional<String> altered) {
      super(FingerprintTest.class.getClassLoader());
      this.altered = altered;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.nutgraf.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        byte[] bytes = read(name.replace('.', '/') + ".class");
        return defineClass(name, bytes, 0, bytes.length);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] bytes = read(name);
      if (altered.isPresent() && altered.get().equals(name)) {
        bytes = Arrays.copyOf(bytes, bytes.length + 1);
        bytes[bytes.length - 1] = '\n';
      }
      return new ByteArrayInputStream(bytes);
    }

    /** No place, so that every resource is read as a stream. */
    @Override
    public @Nullable URL getResource(String name) {
      return null;
    }

    private byte[] read(String name) {
      try (InputStream in = getParent().getResourceAsStream(name)) {
        return in == null ? new byte[0] : in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
