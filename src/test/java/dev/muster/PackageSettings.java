package dev.muster;

import org.approvaltests.core.ApprovalFailureReporter;
import org.approvaltests.reporters.QuietReporter;

/** Found by name by ApprovalTests, for this package and all below: approved files lie beside the other test data. */
public class PackageSettings {
    public static ApprovalFailureReporter UseReporter = QuietReporter.INSTANCE;
    public static String ApprovalBaseDirectory = "../resources";

    private PackageSettings() {}
}
