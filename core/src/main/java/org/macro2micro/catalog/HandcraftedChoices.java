package org.macro2micro.catalog;

import org.macro2micro.descriptor.DescriptorSettings;
import org.macro2micro.method.handcrafted.KernelSettings;
import org.macro2micro.method.handcrafted.SvmSettings;

/**
 * The parameters of the handcrafted methods.
 *
 * @param svm of the machines over all descriptors
 * @param lbpTop of LBP-TOP
 * @param lbpSip of LBP-SIP
 * @param stlbpIp of STLBP-IP
 * @param stclqp of STCLQP
 * @param higoTop of HIGO-TOP
 * @param fhofo of FHOFO
 * @param biWoof of Bi-WOOF
 * @param flowKernel of the kernel machines on flow
 */
public record HandcraftedChoices(
    SvmSettings svm,
    DescriptorSettings lbpTop,
    DescriptorSettings lbpSip,
    DescriptorSettings stlbpIp,
    DescriptorSettings stclqp,
    DescriptorSettings higoTop,
    DescriptorSettings fhofo,
    DescriptorSettings biWoof,
    KernelSettings flowKernel) {}
