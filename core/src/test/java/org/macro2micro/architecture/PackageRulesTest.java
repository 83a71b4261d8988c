package org.macro2micro.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.clip.Video;
import org.macro2micro.loss.PaperEquation;
import org.macro2micro.method.Recognizer;
import org.macro2micro.nn.SharedWeights;
import org.macro2micro.preprocess.Landmarks;
import org.macro2micro.preprocess.PreparedClip;

/**
 * The rules of docs/architecture.md; who uses whom, and which library stays where, is read there.
 */
class PackageRulesTest {
  private static final String ROOT = "org.macro2micro.";
  private static final String PAGE_NAME = "docs/architecture.md";
  private static final Path PAGE = Path.of("..", "docs", "architecture.md");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.macro2micro");

  @Test
  void eachEquationOfThePaperIsClaimedOnce() {
    assertThat(CLASSES.stream().filter(c -> c.isAnnotatedWith(PaperEquation.class)))
        .flatExtracting(
            c -> Arrays.stream(c.getAnnotationOfType(PaperEquation.class).value()).boxed().toList())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
  }

  /** Fine-tuning is nearly the row L_c that starts from MaNet: what it takes over is the same. */
  @Test
  void fineTuningTakesWeightsOverAsMiNetDoes() {
    assertThat(
            CLASSES.get(SharedWeights.class).getMethodCallsToSelf().stream()
                .filter(call -> call.getName().equals("copy"))
                .map(call -> call.getOriginOwner().getSimpleName()))
        .contains("FineTunedMethod", "TwoStreamWeights");
  }

  @Test
  void thereIsSomethingToCheck() {
    assertThat(CLASSES).hasSizeGreaterThan(10);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleOfThisPageHolds() {
    return Arrays.stream(PackageRulesTest.class.getDeclaredFields())
        .filter(field -> field.getType() == ArchRule.class)
        .map(
            field ->
                DynamicTest.dynamicTest(
                    field.getName(), () -> ((ArchRule) field.get(null)).check(CLASSES)));
  }

  @Test
  void tableNamesEveryPackageAndExactlyWhatItUses() throws IOException {
    PackageTable table = PackageTable.of(PAGE_NAME, Files.readAllLines(PAGE));
    assertThat(table.departures(PackageUses.amongPackages(CLASSES, ROOT))).isEmpty();
  }

  @Test
  void tableNamesEveryLibraryAndExactlyWhoKnowsIt() throws IOException {
    LibraryTable table = LibraryTable.of(PAGE_NAME, Files.readAllLines(PAGE));
    assertThat(table.departures(PackageUses.ofOthers(CLASSES, ROOT))).isEmpty();
  }

  /** With {@code -Dmacro2micro.write=true} the map is written and not only compared. */
  @Test
  void mapShowsThePackagesAsTheyAre() throws IOException {
    List<String> drawn = PackageMap.draw(PackageUses.amongPackages(CLASSES, ROOT));
    if (Boolean.getBoolean("macro2micro.write")) {
      PackageMap.write(PAGE, drawn);
    }
    assertThat(PackageMap.read(Files.readAllLines(PAGE)))
        .as(
            "the map of packages in %s; renew it: mvn -pl core test"
                + " -Dtest=PackageRulesTest -Dmacro2micro.write=true",
            PAGE_NAME)
        .isEqualTo(drawn);
  }

  static final ArchRule noCycles =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  /** The rooms within a package, such as {@code lab.face}, use each other one way only. */
  static final ArchRule noCyclesOfRooms =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  static final ArchRule methodsSeeNoScores =
      noClasses()
          .that(resideInAnyPackage(in("method", "train", "model", "loss")))
          .should()
          .dependOnClassesThat(resideInAnyPackage(in("metric", "experiment")))
          .allowEmptyShould(true);

  /** Emotion and action units never travel with a clip, not even behind another value. */
  static final ArchRule clipsToBeJudgedCarryNoTruth =
      noClasses()
          .that()
          .belongToAnyOf(Clip.class, Frames.class, Video.class, PreparedClip.class, Landmarks.class)
          .should()
          .transitivelyDependOnClassesThat(isTruth());

  static final ArchRule pixelsAreMadeWithoutTruth =
      noClasses()
          .that(resideInAnyPackage(in("preprocess", "descriptor")))
          .or(describe("judge clips", c -> c.isEquivalentTo(Recognizer.class)))
          .should()
          .dependOnClassesThat(isTruth());

  static final ArchRule lossesAreFinalAndStateless =
      classes()
          .that()
          .resideInAPackage(ROOT + "loss..")
          .and()
          .areNotInterfaces()
          .and()
          .areNotAnnotations()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould(ArchConditions.haveNoMutableFields())
          .allowEmptyShould(true);

  static final ArchRule noMutableStatics =
      fields()
          .that()
          .areStatic()
          .and(
              describe(
                  "are written in source", f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC)))
          .and()
          .areDeclaredInClassesThat(describe("are not generated", PackageRulesTest::handWritten))
          .should()
          .beFinal()
          .allowEmptyShould(true);

  static final ArchRule chanceAndClocksAreNamed =
      noClasses()
          .that(
              describe(
                  "live outside seed, edges and Provenance", PackageRulesTest::mustBeRepeatable))
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(java.util.Random.class)
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .callConstructor(java.util.SplittableRandom.class)
          .orShould()
          .callMethod(java.util.Collections.class, "shuffle", List.class)
          .orShould()
          .callMethod(String.class, "getBytes")
          .orShould()
          .callConstructor(String.class, byte[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .allowEmptyShould(true);

  /** See loss.Constant: a gradient that passes these depends on when garbage is collected. */
  static final ArchRule numbersInGraphsOutliveTheBackwardPass =
      noClasses()
          .that(resideInAnyPackage(in("nn", "loss", "model", "train", "method")))
          .should()
          .callMethod(NDArray.class, "mul", Number.class)
          .orShould()
          .callMethod(NDArray.class, "div", Number.class)
          .orShould()
          .callMethod(NDArray.class, "pow", Number.class)
          .orShould()
          .callMethod(NDArray.class, "maximum", Number.class)
          .orShould()
          .callMethod(NDArray.class, "minimum", Number.class)
          .orShould()
          .callMethod(NDArray.class, "scaleGradient", double.class);

  static final ArchRule standardStreamsBelongToTheCommandLine =
      com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  static final ArchRule exceptionsSayWhatTheyAre =
      com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  static final ArchRule namesExplain =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Common|Misc)")
          .orShould()
          .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..");

  private static DescribedPredicate<JavaClass> isTruth() {
    return belongToAnyOf(
        Annotation.class,
        Corpus.class,
        Emotion.class,
        LabelScheme.class,
        LabelledClip.class,
        UnitChoice.class,
        UnitCode.class,
        UnitCoding.class);
  }

  private static String[] in(String... packages) {
    return Arrays.stream(packages).map(p -> ROOT + p + "..").toArray(String[]::new);
  }

  private static boolean handWritten(JavaClass c) {
    return !c.getPackageName().startsWith(ROOT + "report.template");
  }

  private static boolean mustBeRepeatable(JavaClass c) {
    return handWritten(c)
        && !c.getPackageName().startsWith(ROOT + "seed")
        && !c.getSimpleName().equals("Provenance");
  }
}
