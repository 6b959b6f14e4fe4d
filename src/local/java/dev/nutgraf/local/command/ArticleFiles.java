package dev.nutgraf.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The article files that a command line names, each with the key it gets in the article bucket: its
 * name, or its path below the folder that was named.
 *
 * @param files the readable files by key, in the order they were named and sorted within a folder
 * @param problems what could not be taken, one sentence each, for people
 */
record ArticleFiles(Map<String, Path> files, List<String> problems) {

  static ArticleFiles of(List<Path> named) {
    Map<String, Path> files = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        addFolder(path, files, problems);
      } else {
        add(String.valueOf(path.getFileName()), path, files, problems);
      }
    }
    return new ArticleFiles(files, problems);
  }

  private static void addFolder(Path folder, Map<String, Path> files, List<String> problems) {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(Files::isRegularFile).sorted().forEach(found::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      problems.add(folder + ": this folder cannot be read (" + reason(e) + ")");
      return;
    }
    if (found.isEmpty()) {
      problems.add(folder + ": this folder holds no files");
    }
    for (Path file : found) {
      add(keyOf(folder.relativize(file)), file, files, problems);
    }
  }

  private static void add(String key, Path file, Map<String, Path> files, List<String> problems) {
    if (!Files.exists(file)) {
      problems.add(file + ": there is no such file or folder");
    } else if (!Files.isReadable(file)) {
      problems.add(file + ": this file cannot be read; check its permissions");
    } else if (!Files.isRegularFile(file)) {
      problems.add(file + ": this is neither a file nor a folder");
    } else {
      // Two files of one name from different folders: the second keeps its whole path.
      boolean free = !files.containsKey(key) || file.equals(files.get(key));
      files.put(free ? key : keyOf(file.toAbsolutePath().normalize()), file);
    }
  }

  private static String keyOf(Path path) {
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
