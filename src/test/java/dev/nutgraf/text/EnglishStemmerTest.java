package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import opennlp.tools.stemmer.snowball.englishStemmer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the stemmer with the one that Snowball generates. */
final class EnglishStemmerTest {
  private static final List<String> OPENINGS =
      List.of(
          "",
          "a",
          "e",
          "y",
          "'",
          "b",
          "add",
          "gener",
          "commun",
          "arsen",
          "bridg",
          "sky",
          "boy",
          "yel",
          "hop",
          "hopp",
          "proce",
          "succe",
          "exce",
          "cann",
          "inn",
          "out",
          "herr",
          "earr",
          "di",
          "log",
          "geolog",
          "mass",
          "creat",
          "troubl",
          "organ",
          "sensibil",
          "rel",
          "nat",
          "caf\u00e9",
          "ow",
          "box",
          "say",
          "full",
          "controll",
          "agre",
          "fe",
          "ti",
          "cri",
          "gas",
          "kiwi",
          "bead");

  private static final List<String> ENDINGS =
      List.of(
          "", "'", "'s", "'s'", "s", "ss", "us", "sses", "ies", "ied", "ed", "edly", "eed", "eedly",
          "ing", "ingly", "ating", "bling", "izing", "y", "ay", "tional", "enci", "ency", "anci",
          "abli", "ably", "entli", "ently", "izer", "ization", "ational", "ation", "ator", "alism",
          "aliti", "ality", "alli", "ally", "fulness", "ousli", "ously", "ousness", "iveness",
          "iviti", "ivity", "biliti", "bility", "bli", "bly", "ogi", "ogy", "fulli", "fully",
          "lessli", "lessly", "li", "ly", "alize", "icate", "iciti", "icity", "ical", "ful", "ness",
          "ative", "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent",
          "ism", "ate", "iti", "ous", "ive", "ize", "ion", "sion", "tion", "e", "l", "ll", "ess");

  private static String expected(String word) {
    englishStemmer reference = new englishStemmer();
    reference.setCurrent(word);
    reference.stem();
    return reference.getCurrent();
  }

  @Test
  void stemsAsSnowballDoes() {
    EnglishStemmer stemmer = new EnglishStemmer();
    for (String opening : OPENINGS) {
      for (String ending : ENDINGS) {
        for (String last : ENDINGS) {
          String word = opening + ending + last;
          assertEquals(expected(word), stemmer.stem(word), word);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skis", "skies", "dying", "lying", "tying", "idly", "gently", "ugly", "early", "only",
        "singly", "sky", "news", "howe", "atlas", "cosmos", "bias", "andes", "inning", "outing",
        "canning", "herring", "earring", "proceed", "exceed", "succeed", "innings", "proceeds"
      })
  void knowsTheExceptionsOfSnowball(String word) {
    assertEquals(expected(word), new EnglishStemmer().stem(word));
  }
}
