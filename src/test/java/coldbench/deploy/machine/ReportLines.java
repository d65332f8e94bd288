package coldbench.deploy.machine;

/** The ends of real functions' logs. */
final class ReportLines {
  /** Cold, without tracing: the published experiment on arm64, Rust at 128 MB, March 2026. */
  static final String COLD =
      "START RequestId: 6f0b5bc9-1a51-4b4e-9a0c-6a9a40b6d3a1 Version: $LATEST\n"
          + "END RequestId: 6f0b5bc9-1a51-4b4e-9a0c-6a9a40b6d3a1\n"
          + "REPORT RequestId: 6f0b5bc9-1a51-4b4e-9a0c-6a9a40b6d3a1\tDuration: 1.77 ms\t"
          + "Billed Duration: 31 ms\tMemory Size: 128 MB\tMax Memory Used: 16 MB\t"
          + "Init Duration: 28.96 ms\t\n";

  /** Warm: AWS Lambda developer guide, "Retrieve Lambda logs with the AWS CLI". */
  static final String WARM =
      "START RequestId: 57f231fb-1730-4395-85cb-4f71bd2b87b8 Version: $LATEST\n"
          + "END RequestId: 57f231fb-1730-4395-85cb-4f71bd2b87b8\n"
          + "REPORT RequestId: 57f231fb-1730-4395-85cb-4f71bd2b87b8\tDuration: 79.67 ms\t"
          + "Billed Duration: 80 ms\tMemory Size: 128 MB\tMax Memory Used: 73 MB\t\n";

  /** Cold with tracing, where a line follows: captured from an account, at 2048 MB. */
  static final String COLD_TRACED =
      "END RequestId: b92a770e-7c92-4a13-84e3-613428ff991f\n"
          + "REPORT RequestId: b92a770e-7c92-4a13-84e3-613428ff991f\tDuration: 3.10 ms\t"
          + "Billed Duration: 546 ms\tMemory Size: 2048 MB\tMax Memory Used: 95 MB\t"
          + "Init Duration: 542.01 ms\t\n"
          + "XRAY TraceId: 1-6a507b87-0cc4438344b48ef127ab1931\tSegmentId: d0025b207c551fde\t"
          + "Sampled: true\t\n\n";

  /** Cold with tracing on the same line: developer guide, "Log and monitor Node.js functions". */
  static final String COLD_TRACED_ON_ONE_LINE =
      "REPORT RequestId: c793869b-ee49-115b-a5b6-4fd21e8dedac\tDuration: 128.83 ms\t"
          + "Billed Duration: 200 ms\tMemory Size: 128 MB\tMax Memory Used: 74 MB\t"
          + "Init Duration: 166.62 ms\tXRAY TraceId: 1-5d9d007f-0a8c7fd02xmpl480aed55ef0\t"
          + "SegmentId: 3d752xmpl1bbe37e\tSampled: true\t\n";

  /** SnapStart's restore: from the log of a stack deployed in July 2023, at 3009 MB. */
  static final String RESTORED =
      "REPORT RequestId: b771fecc-1b53-4faf-922d-1d74357b1676\tDuration: 306.34 ms\t"
          + "Billed Duration: 610 ms\tMemory Size: 3009 MB\tMax Memory Used: 155 MB\t"
          + "Restore Duration: 511.25 ms\tBilled Restore Duration: 303 ms\t\n";

  /** An error in the runtime, with fields of its own behind: from an account, at 1024 MB. */
  static final String FAILED =
      "REPORT RequestId: 25a27ba9-e9af-489b-af00-005778ebb745\tDuration: 97.30 ms\t"
          + "Billed Duration: 98 ms\tMemory Size: 1024 MB\tMax Memory Used: 43 MB\t"
          + "Status: error\tError Type: Runtime.ImportModuleError\n"
          + "XRAY TraceId: 1-69ebaae8-4dbb86ee66fd32e40fdbfba6\tSegmentId: 2d34804ed85ebd6f\t"
          + "Sampled: true\n"
          + "INIT_REPORT Init Duration: 87.28 ms\tPhase: invoke\tStatus: error\t"
          + "Error Type: Runtime.ImportModuleError\n";

  /**
   * An init that was longer than 10 s and was repeated inside the call: Lambda's lines as a log's
   * tail of January 2024 begins, the call's figures as were measured with an init of that kind.
   */
  static final String SUPPRESSED =
      "INIT_REPORT Init Duration: 10337.01 ms\tPhase: init\tStatus: timeout\n"
          + "START RequestId: 0d5a40c8-3f4f-4b1e-8a6e-2f4f3b5f6a10 Version: $LATEST\n"
          + "END RequestId: 0d5a40c8-3f4f-4b1e-8a6e-2f4f3b5f6a10\n"
          + "REPORT RequestId: 0d5a40c8-3f4f-4b1e-8a6e-2f4f3b5f6a10\tDuration: 12079.53 ms\t"
          + "Billed Duration: 12080 ms\tMemory Size: 128 MB\tMax Memory Used: 43 MB\t\n";

  private ReportLines() {}
}
