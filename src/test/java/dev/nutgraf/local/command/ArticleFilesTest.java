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
    ArticleFiles found = find(List.of(folder.resolve("in")));
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
        Map.of(".article.txt", hidden, "link.txt", link), find(List.of(hidden, link)).files());
  }

  @Test
  void readsFolderBehindALink() throws IOException {
    Path article = write("in/a.txt");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
    assertEquals(Map.of("a.txt", article.toRealPath()), find(List.of(link)).files());
  }

  @Test
  void saysThatAFolderHasNoFilesUnlessSomeAreSkipped() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertEquals(List.of(empty + ": this folder has no files"), find(List.of(empty)).problems());
    write("hidden/.a");
    assertEquals(List.of(), find(List.of(folder.resolve("hidden"))).problems());
  }

  @Test
  void skipsWhatAnEarlierRunWroteIntoTheFolder() throws IOException {
    Path article = write("in/a.txt");
    Path other = write("in/out/b.txt");
    write("in/out/a.txt.summary.txt");
    write("in/out/deep/a.txt.summary.html");
    write("in/out/a.txt.metadata.json");
    write("in/out/%odd/0123");
    Path elsewhere = write("in/c.txt.summary.txt");
    Path in = folder.resolve("in");
    for (Path out : List.of(in.resolve("out"), in.resolve("out/deep/.."))) {
      ArticleFiles found = ArticleFiles.of(List.of(in), out);
      assertEquals(
          Map.of("a.txt", article, "out/b.txt", other, "c.txt.summary.txt", elsewhere),
          found.files());
      assertEquals(4, List.copyOf(found.skipped().get(Skip.OUTPUT)).size());
    }
    Path link = Files.createSymbolicLink(folder.resolve("link"), in);
    assertEquals(
        Set.of("a.txt", "out/b.txt", "out/%odd/0123"),
        ArticleFiles.of(List.of(in), link).files().keySet());
    assertEquals(Set.of("b.txt"), ArticleFiles.of(List.of(in.resolve("out")), in).files().keySet());
  }

  @Test
  void refusesAnEmptyName() {
    ArticleFiles found = find(List.of(Path.of("")));
    assertEquals(
        List.of("\"\": a file or folder needs a name; is a variable empty?"), found.problems());
    assertEquals(Map.of(), found.files());
  }

  private ArticleFiles find(List<Path> named) {
    return ArticleFiles.of(named, folder.resolve("out"));
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "The library opens in May.");
  }
}
