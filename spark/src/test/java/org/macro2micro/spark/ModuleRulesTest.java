package org.macro2micro.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spark is known to this module alone, and uses no more of ours than docs/architecture.md says. */
class ModuleRulesTest {
  private static final String HERE = "org.macro2micro.spark..";
  private static JavaClasses classes;

  /** Names are enough here; looking into all classes that are named takes ten seconds. */
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
  void sparkIsKnownHereAlone() {
    assertThat(classes.stream().map(c -> c.getPackageName()))
        .contains("org.macro2micro.run", "org.macro2micro.cli", "org.macro2micro.spark");
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..", HERE)
        .check(classes);
  }

  @Test
  void onlyTheCommandLineAndTheFoldsAreUsed() {
    classes()
        .that()
        .resideInAPackage(HERE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            HERE,
            "org.macro2micro.cli..",
            "org.macro2micro.run..",
            "org.macro2micro.base..",
            "org.apache.spark..",
            "scala..",
            "java..",
            "org.jspecify..")
        .check(classes);
  }
}
