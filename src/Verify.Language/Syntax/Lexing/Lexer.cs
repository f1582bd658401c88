using System.Collections.Frozen;
using System.Text;

namespace Verify.Language.Syntax;

/// <summary>Text to tokens. What is no token becomes an error and a token of its own, so that the statement is not parsed and its neighbours are.</summary>
internal sealed class Lexer
{
    private static readonly FrozenDictionary<string, string> Pairs = new Dictionary<string, string>
    {
        [":="] = ":=", ["<="] = "<=", [">="] = ">=", ["!="] = "!=", ["->"] = "->",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Signs = "+-*/^()[],;:=<>~|'×∘".ToDictionary(sign => sign, sign => sign.ToString())
        .Concat([new('ᵀ', "'"), new('≤', "<="), new('≥', ">="), new('≠', "!="), new('→', "->"), new('\u2212', "-")]).ToFrozenDictionary();

    private readonly SourceText _source;
    private readonly ErrorList _errors;
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _position;
    private int _lineStart;
    private bool _first = true;
    private string? _lastMessage;

    private Lexer(SourceText source, ErrorList errors) => (_source, _errors, _text) = (source, errors, source.Text);

    /// <summary>The tokens of the whole text, without an end.</summary>
    public static List<Token> Tokens(SourceText source, ErrorList errors)
    {
        var lexer = new Lexer(source, errors);
        while (lexer._position < source.Text.Length && !errors.IsFull)
        {
            lexer.Step();
        }

        return lexer._tokens;
    }

    private char At(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private void Step()
    {
        var c = _text[_position];
        switch (c)
        {
            case '\n' or '\r':
                _position++;
                (_lineStart, _first, _lastMessage) = (_position, true, null);
                break;
            case ' ':
                _position++;
                break;
            case '#':
                _position = EndOfLine();
                break;
            case '"':
                Quoted();
                break;
            case >= '0' and <= '9':
                Number();
                break;
            case '∞':
                Add(TokenKind.Reserved, "inf", 1);
                break;
            default:
                if (Superscripts.LengthAt(_text, _position) is > 0 and var length)
                {
                    Superscript(length);
                }
                else if (Rune.TryGetRuneAt(_text, _position, out var rune) && NameSpelling.Begins(rune))
                {
                    Name();
                }
                else
                {
                    Sign(c);
                }

                break;
        }
    }

    private void Quoted()
    {
        var end = _text.IndexOfAny(['"', '\n', '\r'], _position + 1);
        if (end < 0 || _text[end] != '"')
        {
            Bad(EndOfLine() - _position, "this text has no closing \" on its line");
            return;
        }

        var inner = _text[(_position + 1)..end];
        if (inner.Any(char.IsControl))
        {
            Bad(end + 1 - _position, "a text may not contain a tab or another control character");
            return;
        }

        Add(TokenKind.Quoted, inner, end + 1 - _position);
    }

    private void Number()
    {
        var length = Numerals.LengthAt(_text, _position);
        if (Numerals.FaultAt(_text, _position, length) is { } fault)
        {
            Bad(fault.Length, fault.Message);
            return;
        }

        var text = _text.Substring(_position, length);
        Add(TokenKind.Number, text, length, Numerals.ValueOf(text));
    }

    private void Superscript(int length)
    {
        var text = _text.Substring(_position, length);
        if (Superscripts.ValueOf(text) is { } value)
        {
            Add(TokenKind.Superscript, text, length, value);
        }
        else
        {
            Bad(length, "a superscript exponent is an integer of a few digits, such as ² or ⁻¹");
        }
    }

    private void Name()
    {
        var end = _position;
        while (Rune.TryGetRuneAt(_text, Math.Min(end, _text.Length - 1), out var rune) && end < _text.Length && NameSpelling.Continues(rune))
        {
            end += rune.Utf16SequenceLength;
        }

        var name = NameSpelling.Normalise(_text[_position..end]);
        Add(ReservedWords.Contains(name) ? TokenKind.Reserved : TokenKind.Name, name, end - _position);
    }

    private void Sign(char c)
    {
        // Only these begin a sign of two characters.
        var pair = ":<>!-=*.|".Contains(c) ? string.Concat(c, At(1)) : "";
        if (Pairs.TryGetValue(pair, out var sign))
        {
            Add(TokenKind.Symbol, sign, 2);
        }
        else if (Habits.Pairs.TryGetValue(pair, out var message))
        {
            Bad(2, message);
        }
        else if (Signs.TryGetValue(c, out sign))
        {
            Add(TokenKind.Symbol, sign, 1);
        }
        else if (c == '.' && At(1) is 'T' or 't' && _tokens is [.., { Kind: TokenKind.Name or TokenKind.Symbol } last] && last.Span.End == _position)
        {
            Bad(2, "'.T' is no operator: write A' for the transpose");
        }
        else
        {
            Unknown(c);
        }
    }

    /// <summary>A run of one unknown character is one error.</summary>
    private void Unknown(char c)
    {
        var valid = Rune.TryGetRuneAt(_text, _position, out var rune);
        var width = valid ? rune.Utf16SequenceLength : 1;
        var length = width;
        while (string.CompareOrdinal(_text, _position, _text, _position + length, width) == 0 && _position + length < _text.Length)
        {
            length += width;
        }

        Bad(length, Habits.Characters.TryGetValue(c, out var message) ? message
            : !valid ? "half of a surrogate pair: the text was damaged before it came here"
            : Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? $"the character U+{rune.Value:X4}: only plain spaces separate"
            : $"'{rune}' (U+{rune.Value:X4}) means nothing here");
    }

    private void Bad(int length, string message)
    {
        // A pair of braces, or of bars, is one error.
        if (message != _lastMessage)
        {
            _errors.Add(_source.Error(new(_position, length), message));
        }

        _lastMessage = message;
        Add(TokenKind.Bad, "", length);
    }

    private void Add(TokenKind kind, string text, int length, Rational value = default)
    {
        _tokens.Add(new(kind, text, new(_position, length)) { Value = value, FirstOnLine = _first, Indent = _position - _lineStart });
        _position += length;
        _first = false;
    }

    private int EndOfLine() => _text.IndexOfAny(['\n', '\r'], _position) is >= 0 and var end ? end : _text.Length;
}
