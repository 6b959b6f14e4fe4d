package dev.nutgraf.article.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "The [[Ferry Line|ferry]] left.         ~ The ferry left.",
        "The [[Ferry]] left [[Port#Pier]].      ~ The Ferry left Port.",
        "It left ==an hour== ==late==.          ~ It left an hour late.",
        "It left late.[^1] Nobody knows why.    ~ It left late. Nobody knows why.",
        "It left late.^[The log says so.]       ~ It left late.",
        "It left late. ^a1b2                    ~ It left late.",
        "{{< lead >}}It left late.{{< /lead >}} ~ It left late.",
        "{% note %}It left late.{% endnote %}   ~ It left late.",
        "It left late. %% ask the master %%     ~ It left late.",
        "It left late{/* ask */}.               ~ It left late.",
        "## The pump {#pump .wide}              ~ ## The pump",
        "> [!NOTE] Fares                        ~ >",
        "> > [!warning]- Fares                  ~ > >",
      })
  void keepsTheTextWithoutTheMarks(String line, String text) {
    assertEquals(text, Dialects.toCommonMark(line).strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![[ferry.png]]",
        "{{< figure src=\"f.jpg\" caption=\"The ferry\" >}}",
        "{{< figure\n  src=\"f.jpg\"\n  caption=\"The ferry\"\n>}}",
        "{% include ad.html %}",
        "{{ page.title }}",
        "{% highlight java %}\nint late;\n{% endhighlight %}",
        "[caption id=\"a\"]The ferry[/caption]",
        "[gallery ids=\"1,2\"]",
        "[embed]https://gazette.example/v[/embed]",
        "%%\nask the master\n%%",
        ":::note",
        ":::",
        "::video{#a}",
        "!!! note \"Fares\"",
        "[TOC]",
        "[[_TOC_]]",
        "{:toc}",
        "{: .lead}",
        "status:: draft",
        "#harbor #ferry",
        "[^1]: The log of the harbor.",
        "[^log]: The log of the harbor,\npage four.\n\n    And page five.",
        "import Chart from \"../chart\";",
        "import './style.css'",
        "export const meta = {\n  title: 'Ferry',\n}",
        "<Chart data={[1, 2]} />",
        "<Chart\n  data={[1, 2]}\n  wide\n/>",
      })
  void dropsWhatIsNotText(String lines) {
    assertEquals("", Dialects.toCommonMark(lines).strip());
    assertEquals("The ferry left.", Dialects.toCommonMark(lines + "\n\nThe ferry left.\n").strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Import duties rose, and \"late\" is \"late\"",
        "import duties rose from \"low\" to high.",
        "The fare rose by 5 %% or so.",
        "The list [1] has {two} ferries, a ^ and an == sign.",
        "#1 ferry in town",
        "# Ferry leaves late",
        "He said: it is late.",
        "Ferry\n=====",
        "a == b and c == d",
        "Set `{{ late }}` and `[[ferry]]`.",
        "```\n{{ late }}\n[[ferry]]\n:::\n```",
        "~~~ md\n[^1]: late\n~~~",
        "{{ never closed",
        "[[never closed",
        "[^1",
        "`",
        "> [late] the ferry left.",
        "> [! never closed",
        "[ferry]: https://gazette.example",
        "<div>The ferry left.</div>",
        "<Note>The ferry left.</Note>",
      })
  void keepsOrdinaryMarkdown(String lines) {
    assertEquals(lines, Dialects.toCommonMark(lines).strip());
  }

  @Test
  void continuesALineAfterASpanOfSeveralLines() {
    assertEquals("The ferry  left.\n", Dialects.toCommonMark("The ferry {{<\na\n>}} left."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{", "%%", "[[", "![[", "[^", "`", "== ", "[caption", "{{< highlight"})
  void takesLinearTime(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> Dialects.toCommonMark(part.repeat(1_000_000)));
  }
}
