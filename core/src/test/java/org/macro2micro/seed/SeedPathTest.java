package org.macro2micro.seed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedPathTest {
  @Test
  void sameNamesSameSeedOtherNamesOtherSeed() {
    SeedPath fold = SeedPath.root(1).child("fold").child("casme2/sub01");
    assertThat(fold.seed()).isEqualTo(SeedPath.root(1).child("fold").child("casme2/sub01").seed());
    assertThat(fold.seed())
        .isNotEqualTo(SeedPath.root(2).child("fold").child("casme2/sub01").seed());
    assertThat(fold.child(0).seed()).isNotEqualTo(fold.child(1).seed());
    assertThat(fold.random().nextLong()).isEqualTo(fold.random().nextLong());
  }

  @Test
  void slashesInNamesDoNotJoinTwoPathsIntoOne() {
    assertThat(SeedPath.root(1).child("a/b").child("c").seed())
        .isNotEqualTo(SeedPath.root(1).child("a").child("b/c").seed());
  }
}
