"""How each class of LibCST's nodes is written: the texts and fields that follow one another.

A layout is a line of words, each of which is one of

    'text'    the text itself
    name      the node in the field `name`, if there is one
    name*     the nodes in the field, one after the other
    name$     the text in the field, which stays on its line
    name~     the text in the field, which may go over several lines
    name?     the text in the field, if there is one
    !name?    the same, after an exclamation mark
    :name*    the nodes in the field, if it is set, after a colon
    name@     the node or the nodes in the field
    name-     the line end in the field
    |         the indentation of the statement that begins here
    name|     the same, if the field is set
    name+     from here on, statements are indented by the field's text as well
    name\\     from here on, they no longer are
    < and >   where what counts as the node's place begins and ends
    ;         the same as >, where a simple statement ends
    .         the end of a compound statement: where its last simple one ended
"""

from __future__ import annotations

import libcst as cst

from clb_migrate.analysis.spelling import SPELLING, UNARY_SPELLING

LAYOUTS: dict[type[cst.CSTNode], str] = {
    # Whitespace and punctuation.
    cst.SimpleWhitespace: "value~",
    cst.ParenthesizedWhitespace: "first_line empty_lines* indent| last_line",
    cst.TrailingWhitespace: "whitespace comment newline-",
    cst.EmptyLine: "indent| whitespace comment newline-",
    cst.Comment: "value$",
    cst.Comma: "whitespace_before ',' whitespace_after",
    cst.Semicolon: "whitespace_before ';' whitespace_after",
    cst.Colon: "whitespace_before ':' whitespace_after",
    cst.Dot: "whitespace_before '.' whitespace_after",
    cst.AssignEqual: "whitespace_before '=' whitespace_after",
    cst.LeftParen: "'(' whitespace_after",
    cst.RightParen: "whitespace_before ')'",
    cst.LeftSquareBracket: "'[' whitespace_after",
    cst.RightSquareBracket: "whitespace_before ']'",
    cst.LeftCurlyBrace: "'{' whitespace_after",
    cst.RightCurlyBrace: "whitespace_before '}'",
    # Names and literals.
    cst.Name: "lpar* < value$ > rpar*",
    cst.Integer: "lpar* < value$ > rpar*",
    cst.Float: "lpar* < value$ > rpar*",
    cst.Imaginary: "lpar* < value$ > rpar*",
    cst.Ellipsis: "lpar* < '...' > rpar*",
    cst.SimpleString: "lpar* < value~ > rpar*",
    cst.ConcatenatedString: "lpar* < left whitespace_between right > rpar*",
    cst.FormattedString: "lpar* < start$ parts* end$ > rpar*",
    cst.FormattedStringText: "value~",
    cst.FormattedStringExpression: (
        "'{' whitespace_before_expression expression equal whitespace_after_expression "
        "!conversion? :format_spec* '}'"
    ),
    # Expressions.
    cst.Attribute: "lpar* < value dot attr > rpar*",
    cst.Subscript: "lpar* < value whitespace_after_value lbracket slice* rbracket > rpar*",
    cst.SubscriptElement: "slice comma",
    cst.Index: "star? whitespace_after_star value",
    cst.Slice: "lower first_colon upper second_colon step",
    cst.Call: "lpar* < func whitespace_after_func '(' whitespace_before_args args* ')' > rpar*",
    cst.Arg: "star$ whitespace_after_star keyword equal value comma whitespace_after_arg",
    cst.Comparison: "lpar* < left comparisons* > rpar*",
    cst.ComparisonTarget: "operator comparator",
    cst.BooleanOperation: "lpar* < left operator right > rpar*",
    cst.BinaryOperation: "lpar* < left operator right > rpar*",
    cst.UnaryOperation: "lpar* < operator expression > rpar*",
    cst.IfExp: (
        "lpar* < body whitespace_before_if 'if' whitespace_after_if test "
        "whitespace_before_else 'else' whitespace_after_else orelse > rpar*"
    ),
    cst.NamedExpr: (
        "lpar* < target whitespace_before_walrus ':=' whitespace_after_walrus value > rpar*"
    ),
    cst.Await: "lpar* < 'await' whitespace_after_await expression > rpar*",
    cst.Yield: "lpar* < 'yield' whitespace_after_yield value > rpar*",
    cst.From: "whitespace_before_from 'from' whitespace_after_from item",
    cst.Lambda: "lpar* < 'lambda' whitespace_after_lambda params colon body > rpar*",
    # Displays and comprehensions.
    cst.Tuple: "lpar* < elements* > rpar*",
    cst.List: "lpar* < lbracket elements* rbracket > rpar*",
    cst.Set: "lpar* < lbrace elements* rbrace > rpar*",
    cst.Dict: "lpar* < lbrace elements* rbrace > rpar*",
    cst.Element: "value comma",
    cst.StarredElement: "lpar* < '*' whitespace_before_value value > rpar* comma",
    cst.DictElement: "key whitespace_before_colon ':' whitespace_after_colon value comma",
    cst.StarredDictElement: "'**' whitespace_before_value value comma",
    cst.GeneratorExp: "lpar* < elt for_in > rpar*",
    cst.ListComp: "lpar* < lbracket elt for_in rbracket > rpar*",
    cst.SetComp: "lpar* < lbrace elt for_in rbrace > rpar*",
    cst.DictComp: (
        "lpar* < lbrace key whitespace_before_colon ':' whitespace_after_colon value for_in rbrace "
        "> rpar*"
    ),
    cst.CompFor: (
        "whitespace_before asynchronous 'for' whitespace_after_for target "
        "whitespace_before_in 'in' whitespace_after_in iter ifs* inner_for_in"
    ),
    cst.CompIf: "whitespace_before 'if' whitespace_before_test test",
    cst.Asynchronous: "'async' whitespace_after",
    # Parameters.
    cst.Parameters: "posonly_params* posonly_ind params* star_arg kwonly_params* star_kwarg",
    cst.Param: (
        "star? whitespace_after_star name annotation equal default comma whitespace_after_param"
    ),
    cst.ParamStar: "'*' comma",
    cst.ParamSlash: "'/' whitespace_after comma",
    cst.Annotation: "whitespace_before_indicator ':' whitespace_after_indicator annotation",
    # Simple statements.
    cst.SimpleStatementLine: "leading_lines* | < body* . trailing_whitespace",
    cst.SimpleStatementSuite: "leading_whitespace < body* . trailing_whitespace",
    cst.Expr: "< value ; semicolon",
    cst.Assign: "< targets* value ; semicolon",
    cst.AssignTarget: "target whitespace_before_equal '=' whitespace_after_equal",
    cst.AnnAssign: "< target annotation equal value ; semicolon",
    cst.AugAssign: "< target operator value ; semicolon",
    cst.Return: "< 'return' whitespace_after_return value ; semicolon",
    cst.Raise: "< 'raise' whitespace_after_raise exc cause ; semicolon",
    cst.Assert: "< 'assert' whitespace_after_assert test comma msg ; semicolon",
    cst.Del: "< 'del' whitespace_after_del target ; semicolon",
    cst.Pass: "< 'pass' ; semicolon",
    cst.Break: "< 'break' ; semicolon",
    cst.Continue: "< 'continue' ; semicolon",
    cst.Global: "< 'global' whitespace_after_global names* ; semicolon",
    cst.Nonlocal: "< 'nonlocal' whitespace_after_nonlocal names* ; semicolon",
    cst.NameItem: "name comma",
    cst.Import: "< 'import' whitespace_after_import names* ; semicolon",
    cst.ImportFrom: (
        "< 'from' whitespace_after_from relative* module whitespace_before_import 'import' "
        "whitespace_after_import lpar names@ rpar ; semicolon"
    ),
    cst.ImportAlias: "< name asname > comma",
    cst.ImportStar: "'*'",
    cst.AsName: "whitespace_before_as 'as' whitespace_after_as name",
    # Compound statements.
    cst.IndentedBlock: "header indent+ body* footer* indent\\",
    cst.If: (
        "leading_lines* | < 'if' whitespace_before_test test whitespace_after_test ':' body "
        "orelse ."
    ),
    cst.Else: "leading_lines* | 'else' whitespace_before_colon ':' body",
    cst.For: (
        "leading_lines* | < asynchronous 'for' whitespace_after_for target "
        "whitespace_before_in 'in' whitespace_after_in iter whitespace_before_colon ':' body "
        "orelse ."
    ),
    cst.While: (
        "leading_lines* | < 'while' whitespace_after_while test whitespace_before_colon ':' body "
        "orelse ."
    ),
    cst.Try: (
        "leading_lines* | < 'try' whitespace_before_colon ':' body handlers* orelse finalbody ."
    ),
    cst.TryStar: (
        "leading_lines* | < 'try' whitespace_before_colon ':' body handlers* orelse finalbody ."
    ),
    cst.ExceptHandler: (
        "leading_lines* | 'except' whitespace_after_except type name whitespace_before_colon ':' "
        "body"
    ),
    cst.ExceptStarHandler: (
        "leading_lines* | 'except' whitespace_after_except '*' whitespace_after_star type name "
        "whitespace_before_colon ':' body"
    ),
    cst.Finally: "leading_lines* | 'finally' whitespace_before_colon ':' body",
    cst.With: (
        "leading_lines* | < asynchronous 'with' whitespace_after_with lpar items* rpar "
        "whitespace_before_colon ':' body ."
    ),
    cst.WithItem: "item asname comma",
    cst.Decorator: "leading_lines* | < '@' whitespace_after_at decorator > trailing_whitespace",
    cst.FunctionDef: (
        "leading_lines* decorators* lines_after_decorators* | < asynchronous "
        "'def' whitespace_after_def name whitespace_after_name "
        "type_parameters whitespace_after_type_parameters '(' whitespace_before_params params ')' "
        "returns whitespace_before_colon ':' body ."
    ),
    cst.ClassDef: (
        "leading_lines* decorators* lines_after_decorators* | < "
        "'class' whitespace_after_class name whitespace_after_name "
        "type_parameters whitespace_after_type_parameters lpar bases* keywords* rpar "
        "whitespace_before_colon ':' body ."
    ),
}
"""The layouts of the usual classes."""

for _operator, _spelling in SPELLING.items():
    _words = " whitespace_between ".join(repr(word) for word in _spelling.split())
    LAYOUTS[_operator] = f"whitespace_before {_words} whitespace_after"
for _operator, _spelling in UNARY_SPELLING.items():
    LAYOUTS[_operator] = f"{_spelling!r} whitespace_after"
LAYOUTS[cst.NotEqual] = "whitespace_before value$ whitespace_after"

LAYOUTS_BY_PLACE: dict[tuple[str, type[cst.CSTNode]], str] = {
    ("orelse", cst.If): LAYOUTS[cst.If].replace("'if'", "'elif'"),
    ("returns", cst.Annotation): LAYOUTS[cst.Annotation].replace("':'", "'->'"),
}
"""Classes that are written in another way when they stand in a field of that name."""
