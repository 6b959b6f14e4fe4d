package dev.nutgraf;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
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
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.nutgraf.local..")
          .because("what runs on a laptop is not in the deployed package");

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
  static final ArchRule nobodyExitsTheProcess =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .because("a handler that exits hides its failure from the platform");
}
