// SPDX-License-Identifier: Apache-2.0
// What LeakSanitizer does not report: memory that a library of the system keeps for itself. Linked into every suite
// under sanitizers. A line here names a library, never a function of ours, and says what it was seen to keep.

extern "C" const char *__lsan_default_suppressions();

const char *__lsan_default_suppressions()
{
    // A message to the session bus that was being built while the program ended (tst_drag under load, 1,032 bytes; the
    // frames above it are not to be had).
    return "leak:libdbus-1.so\n";
}
