package dev.nutgraf.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.rank.Ranking.Keyword;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnspacedWordsTest {
  @Test
  void coversLanguagesWithoutSpacesWhateverTheirRegion() {
    assertTrue(UnspacedWords.covers("zh-Hant"));
    assertTrue(UnspacedWords.covers("ja"));
    assertFalse(UnspacedWords.covers("vi"));
    assertFalse(UnspacedWords.covers("kok"), "Konkani isn't Korean");
  }

  @Test
  void aChineseWordIsAStringRepeatedInDifferentContexts() {
    List<String> terms = terms("市政府昨天关闭海湾大桥。居民抱怨海湾大桥太旧。许多人走过海湾大桥上班，渡船替代海湾大桥。");
    assertEquals("海湾大桥", terms.get(0), terms.toString());
    assertFalse(terms.contains("湾大"), terms.toString());
  }

  @Test
  void aJapaneseWordIsARunOfKatakanaOrHan() {
    List<String> terms = terms("市はフェリーを港湾に戻した。フェリーは古い。多くの人がフェリーで港湾を出る。");
    assertEquals("フェリー", terms.get(0), terms.toString());
    assertTrue(terms.contains("港湾"), terms.toString());
  }

  @Test
  void aKoreanWordStandsWithoutItsParticle() {
    List<String> terms = terms("항구를 닫는다. 시청은 항구에서 배를 띄웠다. 주민들은 항구가 좋다고 했다.");
    assertEquals("항구", terms.get(0), terms.toString());
  }

  @Test
  void aKoreanWordIsNeitherAVerbNorItsEnding() {
    List<String> terms = terms("시청은 항구를 닫는다고 말했다. 주민들은 항구에서 일했다고 말했다. 시청이 항구가 낡았다고 했다.");
    assertEquals(List.of("항구", "시청"), terms);
  }

  @Test
  void takesALatinName() {
    assertTrue(terms("火箭公司SpaceX发射卫星。居民看到SpaceX很高兴，SpaceX又发射了。").contains("SpaceX"));
  }

  @Test
  void returnsAtMostAsManyAsAskedFor() {
    assertEquals(2, UnspacedWords.keywords(Analyzed.text("アンテナとバナナとカメラとダンス。"), 2).size());
  }

  private static List<String> terms(String article) {
    return UnspacedWords.keywords(Analyzed.text(article), 10).stream().map(Keyword::term).toList();
  }
}
