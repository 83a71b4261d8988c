package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicroNamesTest {
  @ParameterizedTest
  @CsvSource({
    "casme2, 1, sub01",
    "casme2, 01, sub01",
    "casme2, sub01, sub01",
    "casme2, SUB26, sub26",
    "casme2, sub123, sub123",
    "casme2, s01,",
    "casme2, subject,",
    "casme2, 1234,",
    "smic, s1, s01",
    "smic, 20, s20",
    "samm, 6, 006",
    "samm, 006, 006",
    "samm, s6,",
    "other, 1,"
  })
  void subjectsHaveOneName(String database, String text, String expected) {
    assertThat(MicroNames.subject(database, text).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "sub01, casme2",
    "s1, smic",
    "s01, smic",
    "S20, smic",
    "006, samm",
    "6,",
    "S005,",
    "x,",
    "sub,",
    "0006,"
  })
  void fullNamesTellTheDatabase(String subject, String expected) {
    assertThat(MicroNames.databaseOf(subject).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "casme2, sub01, EP02_01f, EP02_01f",
    "casme2, sub01, ep02_01F, EP02_01f",
    "casme2, sub09, EP09f, EP09f",
    "casme2, sub07, EP06_02_01, EP06_02_01",
    "casme2, sub01, clip, clip",
    "smic, s01, s1_ne_01, s01_ne_01",
    "smic, s01, ne_01, s01_ne_01",
    "smic, s01, S01_sur_02, s01_sur_02",
    "samm, 006, 6_1_2, 006_1_2",
    "samm, 006, 006_1_2, 006_1_2",
    "samm, 001, 1_2, 001_1_2",
    "lab, P7, c1, c1"
  })
  void clipsHaveOneName(String database, String subject, String text, String expected) {
    assertThat(MicroNames.clip(database, subject, text)).isEqualTo(expected);
  }
}
