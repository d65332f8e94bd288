"""The contract of the function, sentence by sentence."""

import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "function"))

import app  # noqa: E402

# An event of payload 2.0 as in the AWS Lambda developer guide, "Invoking Lambda function URLs".
EVENT = json.loads((pathlib.Path(__file__).parent / "event.json").read_text(encoding="utf-8"))

FIELDS = [
    "runtime",
    "fib_result",
    "fib_n",
    "compute_ms",
    "alloc_items",
    "alloc_ms",
    "total_ms",
    "checksum",
]


def call(n=None, **event):
    parameters = {} if n is None else {"queryStringParameters": {"n": n}}
    return app.handler({**EVENT, **parameters, **event}, None)


class Answers(unittest.TestCase):
    def test_has_the_status_the_content_type_and_the_fields_of_the_contract(self):
        answer = call("40")
        self.assertEqual(list(answer), ["statusCode", "headers", "body"])
        self.assertEqual(answer["statusCode"], 200)
        self.assertEqual(answer["headers"], {"content-type": "application/json"})
        body = json.loads(answer["body"])
        self.assertEqual(list(body), FIELDS)
        self.assertEqual(body["runtime"], "python")
        self.assertEqual(body["fib_result"], 102334155)
        self.assertEqual(body["fib_n"], 40)
        self.assertEqual(body["alloc_items"], 100_000)
        self.assertEqual(body["checksum"], 333328333350000)

    def test_tells_what_the_sandbox_runs_on_where_that_is_asked(self):
        answer = app.handler({"coldbench": "sandbox"}, None)
        self.assertEqual(answer["statusCode"], 200)
        body = json.loads(answer["body"])
        self.assertEqual(list(body), ["cpuinfo", "kernel", "meminfo"])
        kernel = pathlib.Path("/proc/sys/kernel/osrelease").read_text(encoding="ascii")
        self.assertEqual(body["kernel"], kernel)
        self.assertTrue(body["meminfo"].startswith("MemTotal:"))

    def test_tells_nothing_where_the_kernel_does_not(self):
        self.assertEqual(app._head("/proc/nothing-like-that", 10), "")

    def test_has_the_fibonacci_number_of_every_allowed_n(self):
        previous, current = 1, 0
        for n in range(79):
            with self.subTest(n=n):
                self.assertEqual(json.loads(call(str(n))["body"])["fib_result"], current)
            previous, current = current, previous + current

    def test_has_times_as_plain_decimals_with_six_digits_that_add_up(self):
        body = call("40")["body"]
        for field in ("compute_ms", "alloc_ms", "total_ms"):
            self.assertRegex(body, rf'"{field}": [0-9]+\.[0-9]{{6}}[,}}]')
        times = json.loads(body)
        parts = times["compute_ms"] + times["alloc_ms"]
        self.assertAlmostEqual(parts, times["total_ms"], places=6)
        self.assertGreater(times["compute_ms"], 0)

    def test_prints_small_and_large_times_without_an_exponent(self):
        self.assertEqual(app.milliseconds(0), "0.000000")
        self.assertEqual(app.milliseconds(58), "0.000058")
        self.assertEqual(app.milliseconds(1_000_000), "1.000000")
        self.assertEqual(app.milliseconds(12_345_678_901), "12345.678901")


class TheQuery(unittest.TestCase):
    def test_without_n_means_40(self):
        for parameters in ({}, {"m": "1"}, {"n": None}, None):
            with self.subTest(parameters=parameters):
                answer = call(queryStringParameters=parameters)
                self.assertEqual(json.loads(answer["body"])["fib_n"], 40)

    def test_may_be_missing_in_the_event_altogether(self):
        for event in ({}, {"version": "2.0"}, {"queryStringParameters": [1]}, [], None):
            with self.subTest(event=event):
                self.assertEqual(json.loads(app.handler(event, None)["body"])["fib_n"], 40)

    def test_may_write_n_with_leading_zeros(self):
        for n in ("007", "0000000078", "0000000000"):
            with self.subTest(n=n):
                self.assertEqual(json.loads(call(n)["body"])["fib_n"], int(n))

    def test_with_any_other_n_is_answered_400_with_the_value_and_the_range(self):
        bad = [
            "", "-1", "+1", " 1", "1 ", "1\n", "79", "1.0", "1e1", "0x1", "1_0", "1,2", "forty",
            "\u0661", "00000000001", "99999999999999999999",
        ]  # fmt: skip
        for n in bad:
            with self.subTest(n=n):
                answer = call(n)
                self.assertEqual(answer["statusCode"], 400)
                self.assertEqual(answer["headers"], {"content-type": "application/json"})
                expected = {"error": f'n is "{n}", expected a whole number from 0 to 78'}
                self.assertEqual(json.loads(answer["body"]), expected)

    def test_with_a_bad_n_is_answered_to_the_letter(self):
        text = '{"error": "n is \\"%s\\", expected a whole number from 0 to 78"}'
        letters = {
            "x": "x",
            'a"b\\c/d': 'a\\"b\\\\c/d',
            "\b\t\n\f\r": "\\b\\t\\n\\f\\r",
            "\x00\x1f\x7f": "\\u0000\\u001f\x7f",
            "zwölf \U0001f600": "zwölf \U0001f600",
            "a\ud800b": "a\\ud800b",
        }
        for given, escaped in letters.items():
            with self.subTest(given=given):
                self.assertEqual(call(given)["body"], text % escaped)


    def test_with_n_that_is_no_string_is_answered_400(self):
        text = '{"error": "n is not a string, expected a whole number from 0 to 78"}'
        for n in (40, 4.0, True, False, {}, [], ["40"]):
            with self.subTest(n=n):
                answer = call(queryStringParameters={"n": n})
                self.assertEqual(answer["statusCode"], 400)
                self.assertEqual(answer["body"], text)


class ThePackage(unittest.TestCase):
    def test_uses_the_standard_library_only(self):
        source = pathlib.Path(app.__file__).read_text(encoding="utf-8")
        imported = re.findall(r"^(?:import|from) (\w+)", source, re.MULTILINE)
        self.assertLessEqual(set(imported), sys.stdlib_module_names)


if __name__ == "__main__":
    unittest.main()
