package dev.nutgraf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.AthenaType.Struct;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.Document;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.Source;
import dev.nutgraf.summary.Summarizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/**
 * Runs the examples of docs/consumers.md on documents of the engine.
 *
 * <p>DuckDB's driver is 80 MB, so it is a dependency of the profile {@code consumers} only;
 * python3, node and pandas are used if they are installed. A test without its program is skipped.
 */
final class ConsumersTest {
  private static final Path ARTICLES =
      Path.of("src/test/resources/dev/nutgraf/summary/golden/articles");

  private static final String BUCKET = "s3://STACK-summaries-ACCOUNT";

  /** More than the number of files that DuckDB samples by default. */
  private static final int SHORT_ARTICLES = 40;

  /** Emoji, CJK of both planes, a combining mark, and line ends of Windows. */
  private static final String UNICODE =
      "Harbor 🌊 reopens\r\n\r\nThe harbor of Port Elsie 🚢 reopened on Monday. 𠮷野家の港は月曜日に再開した。"
          + "Forty ships 👩‍👩‍👧 had been waiting in the bay.\r\nA cafe\u0301 by the quay stayed open.\r\n";

  private static final Summarizer SUMMARIZER =
      new Summarizer(
          new EngineSettings(
              SummaryLength.ofSentences(3), 52_428_800, EngineSettings.Detail.EXPLAIN, true));

  @TempDir private static Path outputs;
  private static String guide = "";

  @BeforeAll
  static void writeTheDocumentsOfArticlesOfEveryFormat() throws IOException {
    guide = Files.readString(Path.of("docs/consumers.md"));
    try (Stream<Path> articles = Files.list(ARTICLES)) {
      for (Path article : articles.sorted().toList()) {
        write(outputs, article.getFileName().toString(), Files.readAllBytes(article));
      }
    }
    write(
        outputs,
        "unicode/page.html",
        ("<article><p>" + UNICODE + "</p></article>").getBytes(UTF_8));
    write(
        outputs,
        "brackets.txt",
        "[1] The quay is closed.\n\n{2} It reopens in June.".getBytes(UTF_8));
    for (int i = 0; i < SHORT_ARTICLES; i++) {
      write(outputs, "short/" + i + ".txt", "The quay of Port Elsie is closed.".getBytes(UTF_8));
    }
    write(outputs, "zz/empty.txt", new byte[] {' '});
    Files.writeString(
        outputs.resolve("quoted.txt.summary.txt"),
        "{\"status\": \"short\", \"summary\": {\"sentences\": [{\"rank\": 1, \"text\": \"Quoted.\"}]}}\n");
  }

  @Test
  void givesAthenaEveryFieldOfTheSchemaWithItsType() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Path.of("docs/metadata.schema.json").toFile());
    Map<String, String> published = new TreeMap<>();
    AthenaType.ofSchema(schema, schema).describe("", published);
    Map<String, String> declared = new TreeMap<>();
    athenaTable().describe("", declared);
    assertEquals(published, declared);
    assertTrue(declared.size() > 50, declared::toString);
  }

  @Test
  void namesTheFieldsOfASentenceInTheOrderOfTheAthenaTable() {
    String alias = first("UNNEST\\(summary\\.sentences\\) AS s \\((.*?)\\)", sql("UNNEST(summary"));
    assertEquals(
        List.copyOf(sentence().fields().keySet()), List.of(alias.replace("\"", "").split(", ")));
  }

  @Test
  void quotesTheReservedWordsOfAthena() {
    for (String word : List.of("order", "start", "end")) {
      assertTrue(sql("CREATE EXTERNAL").contains("`" + word + "`: "), word);
    }
  }

  @Test
  void readsEverySentenceWithTheQueryForDuckDb() throws Exception {
    try (Connection duckDb = duckDb()) {
      String query = sql("read_json").replace(BUCKET, outputs.toString());
      assertEquals(sentences(), rows(duckDb, query));
    }
  }

  @Test
  void knowsTheFieldsOfRareDocumentsInDuckDb() throws Exception {
    try (Connection duckDb = duckDb()) {
      String table =
          first("(read_json\\(.*\\))\n", sql("read_json")).replace(BUCKET, outputs.toString());
      assertEquals(
          List.of("zz/empty.txt|v1"),
          rows(
              duckDb,
              "SELECT source.key, source.versionId FROM "
                  + table
                  + " WHERE source.versionId IS NOT NULL"));
    }
  }

  /**
   * DuckDB reads all files with the types of the Athena table; it makes rows of nulls of lines that
   * aren't documents, as Athena's SerDe does. One clause differs between the two dialects.
   */
  @Test
  void picksTheDocumentsAmongTheirSiblingsWithTheQueryForAthena() throws Exception {
    try (Connection duckDb = duckDb()) {
      createAthenaTable(duckDb);
      List<String> others =
          rows(duckDb, "SELECT DISTINCT \"$path\" FROM nutgraf WHERE status IS NULL");
      assertTrue(others.size() > SHORT_ARTICLES, others::toString);
      assertEquals(
          List.of("Quoted."),
          rows(
              duckDb,
              "SELECT summary.sentences[1].text FROM nutgraf WHERE source.key IS NULL"
                  + " AND status IS NOT NULL"));
      String query =
          sql("UNNEST(summary")
              .replace(
                  "CROSS JOIN UNNEST(summary.sentences) AS s (",
                  "CROSS JOIN LATERAL (SELECT unnest(summary.sentences, max_depth := 2)) AS s (");
      assertEquals(sentences(), rows(duckDb, query));
    }
  }

  @Test
  void cutsSentencesOutOfTheTextInSql() throws Exception {
    String substring = first("`(substr\\(.*?\\))`", guide);
    try (Connection duckDb = duckDb()) {
      createAthenaTable(duckDb);
      List<String> texts = rows(duckDb, select("s.text"));
      assertEquals(texts, rows(duckDb, select(substring)));
      assertTrue(texts.stream().anyMatch(text -> text.contains("🚢")), texts::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-8 with a mark", "UTF-16LE with a mark", "GB18030", "HTML"})
  void cutsSentencesOutOfTheTextInPython(String encoding, @TempDir Path folder) throws Exception {
    List<String> expected = writeUnicodeArticle(folder, encoding);
    String program = block("python", "text[s[") + "\nprint(json.dumps(sentences))";
    assertEquals(expected, strings(run(folder, "python3", "-c", program)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-8 with a mark", "UTF-16LE with a mark", "GB18030", "HTML"})
  void cutsSentencesOutOfTheTextInJavaScript(String encoding, @TempDir Path folder)
      throws Exception {
    List<String> expected = writeUnicodeArticle(folder, encoding);
    String program = block("js", "TextDecoder") + "\nconsole.log(JSON.stringify(sentences))";
    assertEquals(expected, strings(run(folder, "node", "-e", program)));
  }

  @Test
  void readsEveryDocumentWithPandas() throws Exception {
    String found =
        run(
            outputs,
            "python3",
            "-c",
            "import importlib.util; print(importlib.util.find_spec('pandas') is not None)");
    assumeTrue(found.strip().equals("True"), "pandas isn't installed");
    String program =
        block("python", "pandas").replace("target/local/summaries", outputs.toString())
            + "\nimport json"
            + "\nprint(json.dumps(sorted(s['key'] for s in documents['source'])"
            + " + sorted(set(documents['schemaVersion']))))";
    List<String> expected = new ArrayList<>(new TreeMap<>(documents()).keySet());
    expected.add("1.0");
    assertEquals(expected, strings(run(outputs, "python3", "-c", program)));
  }

  private static void createAthenaTable(Connection duckDb) throws SQLException, IOException {
    JsonNode schema = new ObjectMapper().readTree(Path.of("docs/metadata.schema.json").toFile());
    Struct table = (Struct) AthenaType.ofSchema(schema, schema);
    String columns =
        table.fields().entrySet().stream()
            .map(column -> column.getKey() + ": '" + column.getValue().inDuckDb() + "'")
            .collect(Collectors.joining(", ", "{", "}"));
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(
          """
          CREATE VIEW nutgraf AS SELECT * RENAME (filename AS "$path") FROM read_json(
            '%s/**', format = 'newline_delimited', ignore_errors = true, filename = true,
            columns = %s)
          """
              .formatted(outputs, columns));
    }
  }

  private static String select(String expression) {
    return """
        SELECT %s FROM nutgraf
        CROSS JOIN LATERAL (SELECT unnest(summary.sentences, max_depth := 2)) AS s
        WHERE nutgraf.text.content IS NOT NULL ORDER BY source.key, s.rank
        """
        .formatted(expression);
  }

  private static Connection duckDb() throws SQLException {
    assumeTrue(
        DriverManager.drivers().anyMatch(driver -> driver.getClass().getName().contains("duckdb")),
        "DuckDB isn't on the class path; run with -Pconsumers");
    return DriverManager.getConnection("jdbc:duckdb:");
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }

  /** The rows that the documented queries have: key, headline, rank and text, by key and rank. */
  private static List<String> sentences() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> document : documents().entrySet()) {
      Map<Integer, String> ranked = new TreeMap<>();
      for (JsonNode sentence : document.getValue().at("/summary/sentences")) {
        ranked.put(sentence.get("rank").intValue(), sentence.get("text").textValue());
      }
      JsonNode headline = document.getValue().at("/article/headline");
      ranked.forEach(
          (rank, text) ->
              rows.add(
                  String.join("|", document.getKey(), headline.asText("null"), "" + rank, text)));
    }
    assertTrue(rows.size() > SHORT_ARTICLES, rows::toString);
    return rows;
  }

  /** Every document, by the key of its article. */
  private static Map<String, JsonNode> documents() throws IOException {
    Map<String, JsonNode> documents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(outputs)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".metadata.json")).toList()) {
        JsonNode document = new ObjectMapper().readTree(file.toFile());
        documents.put(document.at("/source/key").textValue(), document);
      }
    }
    return documents;
  }

  /** Writes the article and the document that the examples name; returns its sentences. */
  private static List<String> writeUnicodeArticle(Path folder, String encoding) throws IOException {
    boolean html = encoding.equals("HTML");
    String charset = html ? "UTF-8" : encoding.replace(" with a mark", "");
    String mark = encoding.endsWith("mark") ? "\ufeff" : "";
    String article = html ? "<article><p>" + UNICODE + "</p></article>" : mark + UNICODE;
    byte[] bytes = article.getBytes(charset);
    Files.write(folder.resolve("article.txt"), bytes);
    write(folder, "article.txt", bytes);
    JsonNode document =
        new ObjectMapper().readTree(folder.resolve("article.txt.metadata.json").toFile());
    assertEquals(charset, document.at("/text/charset").textValue());
    assertEquals(html, document.at("/text").has("content"));
    List<String> sentences = new ArrayList<>();
    document.at("/summary/sentences").forEach(s -> sentences.add(s.get("text").textValue()));
    assertEquals(3, sentences.size());
    return sentences;
  }

  private static void write(Path folder, String key, byte[] article) throws IOException {
    Source source =
        new Source(
            "nutgraf-articles",
            key,
            key.startsWith("zz/") ? Optional.of("v1") : Optional.empty(),
            "0123456789abcdef0123456789abcdef",
            article.length,
            Optional.empty(),
            "2026-01-02T03:04:05Z");
    for (Document document :
        SUMMARIZER.documents(source, SUMMARIZER.summarize(ArticleFile.of(key, article)))) {
      Path file = folder.resolve(key + document.kind().suffix());
      Files.createDirectories(file.getParent());
      Files.write(file, document.bytes());
    }
  }

  private static Struct athenaTable() {
    String statement = sql("CREATE EXTERNAL");
    String columns = first("(?s)nutgraf \\((.*)\\)\nROW FORMAT", statement);
    return AthenaType.ofColumns(columns);
  }

  private static Struct sentence() {
    Struct summary = (Struct) athenaTable().fields().get("summary");
    return (Struct) ((AthenaType.ListOf) summary.fields().get("sentences")).element();
  }

  private static String sql(String part) {
    return block("sql", part);
  }

  /** The first code block of a language that has a part. */
  private static String block(String language, String part) {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(guide)
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.contains(part))
        .findFirst()
        .orElseThrow();
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " isn't in " + text);
    return matcher.group(1);
  }

  private static List<String> strings(String json) throws IOException {
    List<String> strings = new ArrayList<>();
    new ObjectMapper().readTree(json).forEach(value -> strings.add(value.textValue()));
    return strings;
  }

  /** Returns what a program prints; skips the test if it isn't installed. */
  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder program =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process;
    try {
      process = program.start();
    } catch (IOException e) {
      throw new TestAbortedException(command[0] + " isn't installed", e);
    }
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    return printed;
  }
}
