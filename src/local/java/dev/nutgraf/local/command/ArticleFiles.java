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
 * The article files of a command line and their keys in the article bucket. A file's key is its
 * name, or its path relative to the folder that was given.
 *
 * @param files the readable files by key, in the order given and sorted within a folder
 * @param problems a message for each file or folder that can't be read
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
      problems.add(folder + ": can't read this folder (" + reason(e) + ")");
      return;
    }
    if (found.isEmpty()) {
      problems.add(folder + ": this folder has no files");
    }
    for (Path file : found) {
      add(keyOf(folder.relativize(file)), file, files, problems);
    }
  }

  private static void add(String key, Path file, Map<String, Path> files, List<String> problems) {
    if (!Files.exists(file)) {
      problems.add(file + ": no such file or folder");
    } else if (!Files.isReadable(file)) {
      problems.add(file + ": can't read this file; check its permissions");
    } else if (!Files.isRegularFile(file)) {
      problems.add(file + ": not a regular file or folder");
    } else {
      files.put(freeKey(key, file, files), file);
    }
  }

  /**
   * Returns the key of a file. A second file of the same name gets its absolute path, with a number
   * if need be: a locale can show different names alike.
   */
  private static String freeKey(String key, Path file, Map<String, Path> files) {
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

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
