package dev.nutgraf.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.local.command.ArticleFiles.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArticleFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void skipsHiddenFilesAndFoldersFilesOfSystemsAndLinksOfFolder() throws IOException {
    Path article = write("in/a.txt");
    Path hidden = write("in/.DS_Store");
    write("in/.git/config");
    Path ofWindows = write("in/deep/Thumbs.db");
    Path link = Files.createSymbolicLink(folder.resolve("in/link.txt"), article);
    ArticleFiles found = ArticleFiles.of(List.of(folder.resolve("in")));
    assertEquals(Map.of("a.txt", article), found.files());
    assertEquals(List.of(), found.problems());
    assertEquals(
        Set.of(hidden, folder.resolve("in/.git"), ofWindows),
        Set.copyOf(found.skipped().get(Skip.HIDDEN)));
    assertEquals(List.of(link), found.skipped().get(Skip.LINK));
  }

  @Test
  void takesHiddenFilesAndLinksThatAreNamed() throws IOException {
    Path hidden = write(".article.txt");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), hidden);
    assertEquals(
        Map.of(".article.txt", hidden, "link.txt", link),
        ArticleFiles.of(List.of(hidden, link)).files());
  }

  @Test
  void readsFolderBehindALink() throws IOException {
    Path article = write("in/a.txt");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
    assertEquals(Map.of("a.txt", article.toRealPath()), ArticleFiles.of(List.of(link)).files());
  }

  @Test
  void saysThatAFolderHasNoFilesUnlessSomeAreSkipped() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertEquals(
        List.of(empty + ": this folder has no files"), ArticleFiles.of(List.of(empty)).problems());
    write("hidden/.a");
    assertEquals(List.of(), ArticleFiles.of(List.of(folder.resolve("hidden"))).problems());
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "The library opens in May.");
  }
}
