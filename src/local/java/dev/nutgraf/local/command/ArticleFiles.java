package dev.nutgraf.local.command;

import dev.nutgraf.local.s3.LocalS3;
import dev.nutgraf.s3.OutputKeys;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The article files of a command line and their keys in the article bucket. A file's key is its
 * name, or its path relative to the folder that was given.
 *
 * @param files the readable files by key, in the order given and sorted within a folder
 * @param problems a message for each file or folder that can't be read
 * @param skipped what the folders contain besides articles; a file that is named itself isn't
 *     skipped
 */
record ArticleFiles(Map<String, Path> files, List<String> problems, Map<Skip, List<Path>> skipped) {

  /** Why an entry of a folder isn't an article. */
  enum Skip {
    /** Its name begins with a dot, or a system writes it into every folder. */
    HIDDEN("hidden"),
    /** A symbolic link; what it links to may be anywhere, or an article that is there already. */
    LINK("linked"),
    /** In the folder of the outputs, and named as an output: of an earlier run. */
    OUTPUT("written by an earlier run"),
    /** Neither file nor folder: a pipe, a socket, a device. */
    SPECIAL("neither file nor folder");

    private final String label;

    Skip(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private static final OutputKeys OUTPUTS = new OutputKeys("");

  private static final Set<String> OF_SYSTEMS =
      Set.of("Thumbs.db", "desktop.ini", "__MACOSX", "@eaDir", "$RECYCLE.BIN");

  ArticleFiles() {
    this(new LinkedHashMap<>(), new ArrayList<>(), new EnumMap<>(Skip.class));
  }

  /**
   * Finds the articles.
   *
   * @param named the files and folders of the command line
   * @param out the folder that outputs are written to; it may be one of the folders or below one
   */
  static ArticleFiles of(List<Path> named, Path out) {
    ArticleFiles articles = new ArticleFiles();
    for (Path path : named) {
      if (path.toString().isEmpty()) {
        articles.problems.add("\"\": a file or folder needs a name; is a variable empty?");
      } else if (Files.isDirectory(path)) {
        articles.addFolder(path, out);
      } else {
        articles.add(nameOf(path), path);
      }
    }
    return articles;
  }

  private void addFolder(Path folder, Path out) {
    int before = size();
    List<Path> found = new ArrayList<>();
    try {
      Path root = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
      Files.walkFileTree(root, new Visitor(root, inside(root, out), found));
      found.stream().sorted().forEach(file -> add(keyOf(root.relativize(file)), file));
    } catch (IOException e) {
      problems.add(folder + ": can't read this folder (" + Problem.of(e) + ")");
      return;
    }
    if (size() == before) {
      problems.add(folder + ": this folder has no files");
    }
  }

  /** Returns a folder as a walk from the root reaches it, which is by its name if it is outside. */
  private static Path inside(Path root, Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return folder;
    }
    Path realRoot = root.toRealPath();
    Path realFolder = folder.toRealPath();
    if (realRoot.startsWith(realFolder)) {
      return root;
    }
    return realFolder.startsWith(realRoot) ? root.resolve(realRoot.relativize(realFolder)) : folder;
  }

  private int size() {
    return files.size() + problems.size() + skipped.values().stream().mapToInt(List::size).sum();
  }

  /** Collects the files below a folder that can be articles. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path out;
    private final List<Path> found;

    Visitor(Path root, Path out, List<Path> found) {
      this.root = root;
      this.out = out;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root) && isHidden(folder)) {
        skip(Skip.HIDDEN, folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (folder.equals(out.resolve(LocalS3.HASHED_KEYS))) {
        skip(Skip.OUTPUT, folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file)) {
        skip(Skip.HIDDEN, file);
      } else if (attributes.isSymbolicLink()) {
        skip(Skip.LINK, file);
      } else if (!attributes.isRegularFile()) {
        skip(Skip.SPECIAL, file);
      } else if (file.startsWith(out) && OUTPUTS.articleOf(nameOf(file)).isPresent()) {
        skip(Skip.OUTPUT, file);
      } else {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      problems.add(file + ": can't read this file or folder (" + Problem.of(e) + ")");
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (e != null) {
        problems.add(folder + ": can't read all of this folder (" + Problem.of(e) + ")");
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private void skip(Skip reason, Path path) {
    skipped.computeIfAbsent(reason, r -> new ArrayList<>()).add(path);
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static boolean isHidden(Path path) {
    String name = nameOf(path);
    return name.startsWith(".") || OF_SYSTEMS.contains(name);
  }

  private void add(String key, Path file) {
    if (!Files.exists(file)) {
      problems.add(file + ": no such file or folder");
    } else if (!Files.isReadable(file)) {
      problems.add(file + ": can't read this file; check its permissions");
    } else if (!Files.isRegularFile(file)) {
      problems.add(file + ": not a regular file or folder");
    } else {
      files.put(freeKey(key, file), file);
    }
  }

  /**
   * Returns the key of a file. A second file of the same name gets its absolute path, with a number
   * if need be: a locale can show different names alike.
   */
  private String freeKey(String key, Path file) {
    String free = key;
    for (int number = 1; !file.equals(files.getOrDefault(free, file)); number++) {
      String path = keyOf(file.toAbsolutePath().normalize());
      free = number == 1 ? path : path + "~" + number;
    }
    return free;
  }

  private static String keyOf(Path path) {
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }
}
