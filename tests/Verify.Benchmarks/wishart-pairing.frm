* E[tr((X'X)^K)] for X of size N x d with iid rows N(0, Lambda), by pairing: all (2K - 1)!! pairings of the 2K factors X, like terms collected at the end.
* Run as: form -q -D K=8 -D M=16 wishart-pairing.frm (M is twice K). Occurrence x has row index r'x' and column index c'x'; t(j) stands for tr(Lambda^j).
#-
Off Statistics;
Symbols N, d, m, n, s1,...,s`M', x, y;
Dimension d;
Indices c1,...,c`M', a, b, e;
Indices <r1=N>,...,<r`M'=N>;
CFunctions G, Y, Z, P, t;
CFunction L;
Set S: s1,...,s`M';
Set R: r1,...,r`M';
Set C: c1,...,c`M';
Local F = G(s1,...,s`M')
  #do i = 1, `K'
    * d_(r{2*`i'-1}, r{2*`i'}) * d_(c{2*`i'}, c{(2*`i')%`M'+1})
  #enddo
  ;
#do i = 1, `K'
  id G(x?, ?a) = Z(x) * distrib_(1, 1, Y, G, ?a);
  id Z(x?S[m]) * Y(y?S[n]) = d_(R[m], R[n]) * L(1, C[m], C[n]);
#enddo
id G = 1;
repeat;
  id once L(m?, a?, a?) = t(m);
  id once L(m?, a?, b?) * L(n?, b?, e?) = L(m + n, a, e);
  id once L(m?, a?, b?) * L(n?, e?, b?) = L(m + n, a, e);
  id once L(m?, b?, a?) * L(n?, b?, e?) = L(m + n, a, e);
endrepeat;
id L(m?, a?, a?) = t(m);
Print;
.end
