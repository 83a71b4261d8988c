package org.macro2micro.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.deep.CapsuleNet;
import org.macro2micro.method.deep.Dssn;
import org.macro2micro.method.deep.DualInceptionNet;
import org.macro2micro.method.deep.OffApexNet;
import org.macro2micro.method.deep.StstNet;
import org.macro2micro.method.descriptor.BiWoof;
import org.macro2micro.method.descriptor.Boost;
import org.macro2micro.method.descriptor.Fhofo;
import org.macro2micro.method.descriptor.HigoTop;
import org.macro2micro.method.descriptor.LbpSip;
import org.macro2micro.method.descriptor.LbpTop;
import org.macro2micro.method.descriptor.Stclqp;
import org.macro2micro.method.descriptor.StlbpIp;
import org.macro2micro.method.graph.AuGacnMethod;
import org.macro2micro.method.graph.GraphTcnMethod;
import org.macro2micro.method.guided.Dynamic;
import org.macro2micro.method.guided.Emr;
import org.macro2micro.method.guided.FineTuned;
import org.macro2micro.method.guided.MicroNet;
import org.macro2micro.method.handcrafted.FlowKernelMethod;
import org.macro2micro.method.proposed.MacroToMicro;

/** The methods, each listed once. Each method's own page describes it. */
public enum Methods {
  /** The paper's method, whose rows are sets of terms. */
  MACRO_TO_MICRO(MacroToMicro.PAGE),
  LBP_TOP(LbpTop.PAGE),
  LBP_SIP(LbpSip.PAGE),
  STLBP_IP(StlbpIp.PAGE),
  STCLQP(Stclqp.PAGE),
  HIGO_TOP(HigoTop.PAGE),
  FHOFO(Fhofo.PAGE),
  BI_WOOF(BiWoof.PAGE),
  BOOST(Boost.PAGE),
  OFF_APEX_NET(OffApexNet.PAGE),
  STST_NET(StstNet.PAGE),
  DUAL_INCEPTION(DualInceptionNet.PAGE),
  CAPSULE_NET(CapsuleNet.PAGE),
  DSSN(Dssn.PAGE),
  AU_GACN(AuGacnMethod.PAGE),
  GRAPH_TCN(GraphTcnMethod.PAGE),
  EMR(Emr.PAGE),
  DYNAMIC(Dynamic.PAGE),
  MICRO_NET(MicroNet.PAGE),
  /** A method that the paper names as related, and sets beside its own in no table. */
  FINE_TUNED(FineTuned.PAGE),
  /** This project's own, beyond the paper. */
  FLOW_KERNEL(FlowKernelMethod.PAGE);

  @SuppressWarnings("ImmutableEnumChecker") // a page holds constants and a stateless maker
  private final MethodPage page;

  Methods(MethodPage page) {
    this.page = page;
  }

  /** Returns the page that describes the method and makes it. */
  public MethodPage page() {
    return page;
  }

  /** What the paper's tables call it. */
  public String label() {
    return page.label();
  }

  /** What must be said below a table in which it stands; empty if nothing. */
  public String remark() {
    return page.remark().isEmpty() ? "" : label() + ": " + page.remark();
  }

  /** The method of this name. */
  public static Optional<Methods> byName(String name) {
    return Arrays.stream(values()).filter(method -> method.page.name().equals(name)).findFirst();
  }

  /** The method that a row of an experiment names, such as "lbp-top"; rows of terms name none. */
  public static Optional<Methods> named(String name) {
    return byName(name).filter(method -> method != MACRO_TO_MICRO);
  }

  /** The names that {@link #named} finds. */
  public static List<String> rowNames() {
    return Arrays.stream(values())
        .filter(method -> method != MACRO_TO_MICRO)
        .map(method -> method.page.name())
        .toList();
  }

  /** Whether the paper has it in its tables, as its own or as one it compares with. */
  public boolean isOfThePaper() {
    return this != FLOW_KERNEL && this != FINE_TUNED;
  }
}
