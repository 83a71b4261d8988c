package org.macro2micro.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.dataset.CasmeTwoReader;
import org.macro2micro.dataset.CkPlusReader;
import org.macro2micro.dataset.ClipReader;
import org.macro2micro.dataset.MmiReader;
import org.macro2micro.dataset.SammReader;
import org.macro2micro.dataset.SmicReader;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;
import org.macro2micro.lab.plan.Roster;

/** The units that move the lab's faces are those that the readers find in the files it writes. */
class WrittenUnitsTest {
  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource
  void readersFindTheUnitsThatWereDrawn(Layout layout) throws Exception {
    LabSettings settings =
        layout.isMacro()
            ? (layout == Layout.MMI ? LabSettings.mmi(2, 6, 3, 5) : LabSettings.ckplus(2, 6, 3, 5))
                .withPicture(32, 24, Framing.FULL)
            : LabSettings.micro(layout, 2, 6, 3, 24, 5);
    Path folder = temp.resolve(layout.database());
    LabDatabase.write(settings, folder, (done, all) -> {});
    Map<ClipId, Optional<String>> drawn = new TreeMap<>();
    for (CastClip clip : Roster.of(settings)) {
      if (clip.emotion().isPresent()) {
        // MMI's second clip lies on its side, and such clips were not coded.
        boolean lies = layout == Layout.MMI && drawn.size() == 1;
        String units = ClipPlan.of(settings, clip).peak().numbers();
        drawn.put(
            ClipId.of(layout.database(), clip.subject(), clip.name()),
            layout == Layout.SMIC || lies ? Optional.empty() : Optional.of(units));
      }
    }
    Map<ClipId, Optional<String>> read = new TreeMap<>();
    reader(layout)
        .read(folder)
        .annotations()
        .forEach((id, shown) -> read.put(id, shown.units().map(WrittenUnitsTest::numbers)));
    assertThat(read).isEqualTo(drawn).hasSizeGreaterThan(8);
  }

  /** Compares units without sides and intensities, as CK+'s files hold intensities. */
  private static String numbers(UnitCoding units) {
    assertThat(units.certain()).isEqualTo(units.possible()).isNotEmpty();
    return String.join("+", units.certain().stream().map(String::valueOf).toList());
  }

  private static ClipReader reader(Layout layout) {
    return switch (layout) {
      case CASME_TWO -> new CasmeTwoReader();
      case SMIC -> new SmicReader(SmicReader.Camera.HS);
      case SAMM -> new SammReader();
      case CK_PLUS -> new CkPlusReader();
      case MMI -> new MmiReader();
    };
  }
}
