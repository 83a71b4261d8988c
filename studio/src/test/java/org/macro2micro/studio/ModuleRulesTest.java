package org.macro2micro.studio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each library of the studio is known in one place, and decoding happens in one package. */
class ModuleRulesTest {
  private static final String HERE = "org.macro2micro.studio..";
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    try {
      classes =
          new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("org.macro2micro");
    } finally {
      ArchConfiguration.get().reset();
    }
  }

  @Test
  void theStudioIsKnownHereAlone() {
    assertThat(classes.stream().map(c -> c.getPackageName()))
        .contains("org.macro2micro.cli", "org.macro2micro.studio.web");
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            HERE, "io.javalin..", "org.eclipse.jetty..", "java.sql..", "io.micrometer..")
        .check(classes);
  }

  @Test
  void eachLibraryIsKnownInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.macro2micro.studio", "org.macro2micro.studio.web")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "io.micrometer..")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.macro2micro.studio.store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.sqlite..")
        .check(classes);
  }

  /** What strangers upload reaches a decoder in the process that is made for it alone. */
  @Test
  void filmsAreDecodedInTheProcessForItAlone() {
    noClasses()
        .that()
        .resideInAPackage(HERE)
        .and()
        .resideOutsideOfPackage("org.macro2micro.studio.analysis")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.macro2micro.video..", "org.macro2micro.annotate..", "org.bytedeco..")
        .check(classes);
  }

  @Test
  void noPackageNeedsAnotherThatNeedsIt() {
    SlicesRuleDefinition.slices()
        .matching("org.macro2micro.studio.(*)..")
        .should()
        .beFreeOfCycles()
        .check(
            classes.that(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(HERE)));
  }
}
