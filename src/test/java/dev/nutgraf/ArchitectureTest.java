package dev.nutgraf;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.nutgraf.local.command.Main;
import dev.nutgraf.summary.Summarizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.nutgraf", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule dataFlowsDownAndNeverBack =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("lambda")
          .definedBy("dev.nutgraf.lambda..")
          .layer("s3")
          .definedBy("dev.nutgraf.s3..")
          .layer("summary")
          .definedBy("dev.nutgraf.summary..")
          .layer("rank")
          .definedBy("dev.nutgraf.rank..")
          .layer("text")
          .definedBy("dev.nutgraf.text..")
          .layer("article")
          .definedBy("dev.nutgraf.article..")
          .layer("lexicon")
          .definedBy("dev.nutgraf.lexicon..")
          .layer("chars")
          .definedBy("dev.nutgraf.chars..")
          .whereLayer("lambda")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("s3")
          .mayOnlyBeAccessedByLayers("lambda")
          .whereLayer("summary")
          .mayOnlyBeAccessedByLayers("lambda", "s3")
          .whereLayer("rank")
          .mayOnlyBeAccessedByLayers("summary")
          .whereLayer("text")
          .mayOnlyBeAccessedByLayers("summary", "rank")
          .whereLayer("article")
          .mayOnlyBeAccessedByLayers("lambda", "s3", "summary", "rank", "text")
          .whereLayer("lexicon")
          .mayOnlyBeAccessedByLayers("article", "text", "rank", "summary")
          .whereLayer("chars")
          .mayOnlyBeAccessedByLayers("lexicon", "article", "text", "rank", "summary")
          .because("the layout shows the data flow: bytes, article, sentences, scores, documents");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("dev.nutgraf.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be read once the ones before it are known");

  @ArchTest
  static final ArchRule noCyclesWithinArticle =
      slices()
          .matching("dev.nutgraf.article.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader of one format need not open the others");

  @ArchTest
  static final ArchRule noCyclesBetweenClassesOfArticle =
      slices()
          .assignedFrom(
              new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                  String outer = type.getName().replaceFirst("\\$.*", "");
                  return outer.startsWith("dev.nutgraf.article.")
                      ? SliceIdentifier.of(outer)
                      : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                  return "top-level classes of article";
                }
              })
          .should()
          .beFreeOfCycles()
          .because("a class can be read once the ones below it are known");

  @ArchTest
  static final ArchRule articlesAreReadThroughTheirReader =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.nutgraf.article..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.nutgraf.article.*..")
                  .and(not(resideInAPackage("dev.nutgraf.article.reader"))))
          .because("formats are details of reading");

  @ArchTest
  static final ArchRule theEnginePackagesKnowNothingOfAws =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.nutgraf.chars..",
              "dev.nutgraf.lexicon..",
              "dev.nutgraf.article..",
              "dev.nutgraf.text..",
              "dev.nutgraf.rank..",
              "dev.nutgraf.summary..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..", "org.crac..")
          .because("the engine runs anywhere, and its tests need no cloud");

  @ArchTest
  static final ArchRule nothingDeployedKnowsTheLaptop =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.nutgraf.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.nutgraf.local..")
          .because("what runs on a laptop is not in the deployed package");

  @ArchTest
  static void theRulesHoldForTheLaptopToo(JavaClasses classes) {
    assertTrue(classes.contain(Main.class), "src/local is not among the classes looked at");
    assertTrue(classes.contain(Summarizer.class), "src/main is not among the classes looked at");
    assertFalse(classes.contain(ArchitectureTest.class), "tests are among the classes looked at");
  }

  @ArchTest
  static final ArchRule commandsStandOnTheDeploymentAndTheDeploymentOnItsParts =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("command")
          .definedBy("dev.nutgraf.local.command..")
          .layer("dev")
          .definedBy("dev.nutgraf.local.dev..")
          .layer("evaluate")
          .definedBy("dev.nutgraf.local.evaluate..")
          .layer("deployment")
          .definedBy("dev.nutgraf.local.deployment..")
          .layer("endpoint")
          .definedBy("dev.nutgraf.local.endpoint..")
          .layer("web")
          .definedBy("dev.nutgraf.local.web..")
          .layer("s3")
          .definedBy("dev.nutgraf.local.s3..")
          .layer("http")
          .definedBy("dev.nutgraf.local.http..")
          .layer("runtime")
          .definedBy("dev.nutgraf.local.runtime..")
          .whereLayer("command")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("dev")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("evaluate")
          .mayOnlyBeAccessedByLayers("command", "dev")
          .whereLayer("deployment")
          .mayOnlyBeAccessedByLayers("command", "dev")
          .whereLayer("endpoint")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("web")
          .mayOnlyBeAccessedByLayers("command", "deployment")
          .whereLayer("s3")
          .mayOnlyBeAccessedByLayers("command", "dev", "deployment")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("command", "deployment", "web", "s3")
          .whereLayer("runtime")
          .mayOnlyBeAccessedByLayers("dev")
          .because("the local S3 and the Runtime API are used by tests too, without any command");

  @ArchTest
  static final ArchRule commandsForMaintainersAreNamedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.nutgraf.local.dev..")
          .and()
          .doNotHaveFullyQualifiedName(Main.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.nutgraf.local.dev..")
          .because("whoever reads the other commands need not open what serves maintainers");

  @ArchTest
  static final ArchRule noCyclesWithinLocal =
      slices()
          .matching("dev.nutgraf.local.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package can be read once the ones before it are known");

  @ArchTest
  static final ArchRule noStaticMutableState =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because(
              "a function instance serves many articles, and a snapshot serves many instances");

  @ArchTest
  static final ArchRule classesAreFinal =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("nothing here is made to be extended");

  @ArchTest
  static final ArchRule packagesAreNullMarked =
      classes()
          .should(
              new ArchCondition<>("reside in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(
                      new SimpleConditionEvent(
                          type, marked, type.getFullName() + " is not null-marked"));
                }
              })
          .because("no null crosses a boundary");

  @ArchTest
  static final ArchRule onlyTheLocalCommandExitsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Main.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class)
          .because("a handler that exits hides its failure from the platform");

  @ArchTest
  static void noTypeSharesTheSimpleNameOfATopLevelType(JavaClasses classes) {
    Map<String, Set<String>> types = new TreeMap<>();
    Set<String> topLevel = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!type.isAnonymousClass()
          && !type.getSimpleName().equals("package-info")
          && !type.getModifiers().contains(JavaModifier.PRIVATE)) {
        types.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>()).add(type.getName());
        if (type.isTopLevelClass()) {
          topLevel.add(type.getSimpleName());
        }
      }
    }
    types.keySet().retainAll(topLevel);
    types.values().removeIf(named -> named.size() == 1);
    assertEquals(Map.of(), types, "a name means one thing in the whole project");
  }
}
